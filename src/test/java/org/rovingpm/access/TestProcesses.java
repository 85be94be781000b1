package org.rovingpm.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.contract.Contracts;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.stereotype.Component;

/** Processes with the ids of the real ones and a single task each: rights go by the ids. */
@Component
public class TestProcesses {

    private static final String WORK = "userTask_work";
    private static final List<String> ALL = List.of(
            SupportCaseProcess.KEY,
            ManagerMatchingProcess.KEY,
            JobPlanApprovalProcess.KEY,
            WeeklyCheckInProcess.KEY,
            CaseClosureProcess.KEY,
            CaseChangeProcess.KEY,
            RosterChangeProcess.KEY);

    /** Those that are started by a form keep it: without, they are refused. */
    private static final Map<String, String> START_FORMS = Map.of(
            SupportCaseProcess.KEY,
            "request-help",
            CaseChangeProcess.KEY,
            "change-case",
            RosterChangeProcess.KEY,
            "change-roster");

    private final List<String> deployments = new ArrayList<>();
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;

    TestProcesses(RepositoryService repository, RuntimeService runtime, TaskService tasks) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    public void deploy() {
        ALL.forEach(id -> deploy(id, model(id)));
    }

    private void deploy(String id, BpmnModelInstance model) {
        deployments.add(repository
                .createDeployment()
                .name("test " + id)
                .addModelInstance(id + ".bpmn", model)
                .deploy()
                .getId());
    }

    /** Removes them and their cases, so that the real ones are the latest again. */
    public void undeploy() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        deployments.clear();
    }

    /** A case's process waiting at its task. */
    public String start(String process, String reference) {
        return runtime.createProcessInstanceByKey(process)
                .businessKey(reference)
                .startBeforeActivity(WORK)
                .setVariables(Map.of(CaseVariables.CASE_REFERENCE, reference, CaseVariables.RAG, "RED"))
                .execute()
                .getId();
    }

    /** A process that waits at the first of two tasks of this person, the one after the other. */
    public String startTwoTasksOf(String person) {
        deploy(
                "two-tasks",
                Bpmn.createExecutableProcess("two-tasks")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .userTask(WORK)
                        .camundaAssignee(person)
                        .userTask()
                        .camundaAssignee(person)
                        .endEvent()
                        .done());
        return runtime.createProcessInstanceByKey("two-tasks")
                .setVariable(CaseVariables.CASE_REFERENCE, "RPM-2026-9007")
                .execute()
                .getId();
    }

    /** A process that the one of a case has called, as a manager may draw it: the call hands over no business key. */
    public String startCalled(String process, String reference) {
        String caller = "calls-" + process;
        deploy(
                caller,
                Bpmn.createExecutableProcess(caller)
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .callActivity()
                        .calledElement(process)
                        .endEvent()
                        .done());
        String calling = runtime.startProcessInstanceByKey(caller, reference).getId();
        return runtime.createProcessInstanceQuery()
                .superProcessInstanceId(calling)
                .singleResult()
                .getId();
    }

    public String taskOf(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    public void assign(String task, String person) {
        tasks.setAssignee(task, person);
    }

    public void complete(String task) {
        tasks.complete(task);
    }

    private static BpmnModelInstance model(String id) {
        StartEventBuilder start =
                Bpmn.createExecutableProcess(id).camundaHistoryTimeToLive(1).startEvent();
        String form = START_FORMS.get(id);
        if (form != null) {
            String[] words = form.split("-");
            start.camundaFormRef(form)
                    .camundaFormRefBinding("latest")
                    .camundaExecutionListenerDelegateExpression(
                            "end",
                            "#{%s%s%sListener}"
                                    .formatted(
                                            words[0],
                                            words[1].substring(0, 1).toUpperCase(Locale.ROOT),
                                            words[1].substring(1)));
        }
        return hearing(
                id,
                start.userTask(WORK)
                        .camundaCandidateGroups("coordinator,service-manager")
                        .endEvent()
                        .done());
    }

    /** Those that the application sends messages to still wait for them: without, they are refused. */
    private static BpmnModelInstance hearing(String id, BpmnModelInstance model) {
        new Contracts()
                .of(id).stream()
                        .flatMap(contract -> contract.messages().stream())
                        .forEach(name -> {
                            Message message = model.newInstance(Message.class);
                            message.setName(name);
                            model.getDefinitions().addChildElement(message);
                            ReceiveTask waiting = model.newInstance(ReceiveTask.class);
                            waiting.setName(name);
                            waiting.setMessage(message);
                            model.getModelElementById(id).addChildElement(waiting);
                        });
        return model;
    }
}
