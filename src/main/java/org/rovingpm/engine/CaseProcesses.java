package org.rovingpm.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.contract.Contracts;
import org.rovingpm.contract.ProcessContract;
import org.rovingpm.engine.due.TaskPriority;
import org.rovingpm.engine.due.WorkStart;
import org.rovingpm.submission.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The running processes of one case, found by its reference, and what the domain may do to them: tell them what has
 * happened, stop and restart their clocks, move their deadlines. A process whose contract says that it is not the work of a case
 * (a change to the case itself, a message on its way, an alert) is not among them; a process that managers have added is. The
 * variables that its contract marks as a {@link org.rovingpm.contract.Moment} move with the clocks.
 */
@Component
public class CaseProcesses {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ServiceLevels serviceLevels;
    private final WorkStart workStart;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final Contracts contracts;
    private final String[] notOfCases;

    CaseProcesses(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            ServiceLevels serviceLevels,
            WorkStart workStart,
            WorkingCalendar calendar,
            Clock clock,
            Contracts contracts) {
        this.engine = engine;
        this.serviceLevels = serviceLevels;
        this.workStart = workStart;
        this.calendar = calendar;
        this.clock = clock;
        this.contracts = contracts;
        this.notOfCases = contracts.processes(contract -> contract.kind() != ProcessContract.Kind.CASE).stream()
                .sorted()
                .toArray(String[]::new);
    }

    /** Tells the case's process that something has happened; refuses if no step waits for that now. */
    public void tell(String reference, String message) {
        tell(reference, message, Map.of());
    }

    /** As {@link #tell(String, String)}, with variables for the gateways of the process. */
    public void tell(String reference, String message, Map<String, Object> variables) {
        refuseUnlessWaiting(reference, message);
        unchecked(services -> services.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(reference)
                .setVariables(variables)
                .correlate());
    }

    /** Refuses unless the case's process waits for this message now. */
    public void refuseUnlessWaiting(String reference, String message) {
        if (!waitsFor(reference, message)) {
            throw new Refusal("Case %s is not at a stage where this can be done.".formatted(reference));
        }
    }

    /** Whether exactly one step of the case's process waits for this message now: then {@link #tell} is not refused for it. */
    public boolean waitsFor(String reference, String message) {
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() ->
                        waiting(Context.getProcessEngineConfiguration().getProcessEngine(), reference, message) == 1));
    }

    private static long waiting(ProcessEngineServices services, String reference, String message) {
        return services.getRuntimeService()
                .createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(reference)
                .count();
    }

    /** Sends a signal to every process that waits for it. */
    public void signal(String signal) {
        unchecked(services -> services.getRuntimeService().signalEventReceived(signal));
    }

    /** Stops the case's clocks: no timer fires and no task can be completed. */
    public void suspend(String reference) {
        unchecked(services -> instances(services, reference)
                .forEach(instance -> services.getRuntimeService().suspendProcessInstanceById(instance.getId())));
    }

    /**
     * Restarts the case's clocks: every deadline moves by the working time that has passed since they were stopped. What the calendar
     * sets stays.
     */
    public void resume(String reference, Instant suspendedAt) {
        Instant now = clock.instant();
        UnaryOperator<Instant> moved =
                due -> due.isAfter(suspendedAt) ? calendar.add(now, calendar.between(suspendedAt, due)) : due;
        // Each in its own context: activation changes timers in bulk, and later reads must see that
        inItsOwnContext(services -> instances(services, reference)
                .forEach(instance -> services.getRuntimeService().activateProcessInstanceById(instance.getId())));
        inItsOwnContext(services -> instances(services, reference).forEach(instance -> {
            String rag = (String) services.getRuntimeService().getVariable(instance.getId(), CaseVariables.RAG);
            tasks(services, instance).forEach(task -> moveTask(services, task, rag, moved));
            Set<String> fixed = contracts.byCalendarIn(Contracts.processOf(instance.getProcessDefinitionId()));
            timersBut(services, instance, fixed).forEach(timer -> moveTimer(services, timer, moved));
            moments(services, instance).stream()
                    .filter(moment -> !fixed.contains(moment.getName()))
                    .forEach(moment -> services.getRuntimeService()
                            .setVariable(
                                    moment.getExecutionId(),
                                    moment.getName(),
                                    moved.apply(Instant.parse((String) moment.getValue()))
                                            .toString()));
        }));
    }

    /** Does this so that the engine has written all of it to the database afterwards, whatever it is a part of. */
    public void writtenAtOnce(Runnable work) {
        inItsOwnContext(services -> work.run());
    }

    /** Moves the deadlines of the case's open tasks after a new rating; time on hold stays added. */
    public void rate(String reference, String oldRag, String newRag) {
        unchecked(services -> instances(services, reference).forEach(instance -> {
            services.getRuntimeService().setVariable(instance.getId(), CaseVariables.RAG, newRag);
            tasks(services, instance)
                    .forEach(task -> moveTask(services, task, newRag, due -> {
                        Instant created = task.getCreateTime().toInstant();
                        return serviceLevels.moved(
                                due, due(oldRag, task, created, reference), due(newRag, task, created, reference));
                    }));
        }));
    }

    private Instant due(String rag, Task task, Instant created, String reference) {
        return serviceLevels.due(
                rag,
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                workStart.of(task.getTaskDefinitionKey(), reference, created));
    }

    /** Moves the timer of one event in the case's processes, if it is running. */
    public void moveTimer(String reference, String event, UnaryOperator<Instant> moved) {
        unchecked(services -> instances(services, reference).forEach(instance -> services.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(event)
                .timers()
                .list()
                .forEach(timer -> moveTimer(services, timer, moved))));
    }

    /** Moves the moment in a variable of the case's processes, if it is set. */
    public void moveMoment(String reference, String variable, UnaryOperator<Instant> moved) {
        unchecked(services -> instances(services, reference).forEach(instance -> moments(services, instance).stream()
                .filter(moment -> moment.getName().equals(variable))
                .forEach(moment -> services.getRuntimeService()
                        .setVariable(
                                moment.getExecutionId(),
                                variable,
                                moved.apply(Instant.parse((String) moment.getValue()))
                                        .toString()))));
    }

    private interface Work {
        void with(ProcessEngineServices services);
    }

    private void unchecked(Work work) {
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    work.with(Context.getProcessEngineConfiguration().getProcessEngine());
                    return null;
                }));
    }

    /** As {@link #unchecked}, but flushed to the database at its end, not at the end of the surrounding command. */
    private void inItsOwnContext(Work work) {
        try {
            ProcessEngineContext.withNewProcessEngineContext(() -> {
                unchecked(work);
                return null;
            });
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<ProcessInstance> instances(ProcessEngineServices services, String reference) {
        return services.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKeyNotIn(notOfCases)
                .list();
    }

    private static List<Task> tasks(ProcessEngineServices services, ProcessInstance instance) {
        return services.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .list();
    }

    private static List<Job> timers(ProcessEngineServices services, ProcessInstance instance) {
        return services.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list();
    }

    private static List<Job> timersBut(ProcessEngineServices services, ProcessInstance instance, Set<String> fixed) {
        Set<String> left = fixed.stream()
                .flatMap(event -> services
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(event)
                        .list()
                        .stream())
                .map(Job::getId)
                .collect(Collectors.toSet());
        return timers(services, instance).stream()
                .filter(timer -> !left.contains(timer.getId()))
                .toList();
    }

    private List<VariableInstance> moments(ProcessEngineServices services, ProcessInstance instance) {
        Set<String> names = contracts.momentsOf(Contracts.processOf(instance.getProcessDefinitionId()));
        if (names.isEmpty()) {
            return List.of();
        }
        return services.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance.getId())
                .variableNameIn(names.toArray(String[]::new))
                .list();
    }

    private void moveTask(ProcessEngineServices services, Task task, String rag, UnaryOperator<Instant> moved) {
        if (task.getDueDate() != null) {
            Instant due = moved.apply(task.getDueDate().toInstant());
            task.setDueDate(Date.from(due));
            task.setPriority(TaskPriority.of(rag, due.isBefore(clock.instant())));
            services.getTaskService().saveTask(task);
        }
    }

    private static void moveTimer(ProcessEngineServices services, Job timer, UnaryOperator<Instant> moved) {
        if (timer.getDuedate() != null) {
            services.getManagementService()
                    .setJobDuedate(
                            timer.getId(),
                            Date.from(moved.apply(timer.getDuedate().toInstant())));
        }
    }
}
