package org.rovingpm.hiddencase.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.rovingpm.database.TransactionCache;
import org.rovingpm.submission.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses commands on what belongs to a hidden case, as if it did not exist. The engine asks its checkers before each command on a
 * single thing, by some eighty methods that name the thing: whichever is called, what counts is the thing. Like the engine's own
 * checks it asks nothing where the engine acts by itself.
 */
class HiddenInstanceCheck implements InvocationHandler {

    /** The history knows running instances as well. */
    private static final String HIDES = """
        select exists (
            select from published_hidden_cases(:person, :today) h where (not h.confidential or not :mends) and h.case_reference in (
                select business_key_ from act_hi_procinst where id_ in (
                    :instance, (select root_proc_inst_id_ from act_hi_procinst where id_ = :instance))))""";

    private static final String SUSPENDS = "checkUpdateProcessInstanceSuspensionStateById";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionCache<String, Boolean> hidesAnything;

    private HiddenInstanceCheck(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hidesAnything = new TransactionCache<>(
                person -> jdbc.sql("select exists (select from published_hidden_cases(:person, :today))")
                        .param("today", LocalDate.now(clock))
                        .param("person", person)
                        .query(Boolean.class)
                        .single());
    }

    static CommandChecker of(JdbcClient jdbc, Clock clock) {
        return (CommandChecker) Proxy.newProxyInstance(
                HiddenInstanceCheck.class.getClassLoader(),
                new Class<?>[] {CommandChecker.class},
                new HiddenInstanceCheck(jdbc, clock));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] things) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, things);
        }
        if (method.getName().equals(SUSPENDS)) {
            refuseUnknown((String) things[0]);
        }
        if (things != null) {
            for (Object thing : things) {
                refuseHidden(thing);
            }
        }
        return null;
    }

    private Object ofObject(Object proxy, Method method, Object... things) throws Throwable {
        if (method.getName().equals("equals")) {
            return proxy == things[0];
        }
        try {
            return method.invoke(this, things);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private void refuseHidden(Object thing) {
        String person = reader();
        if (person == null) {
            return;
        }
        Optional<String> instance = instanceOf(thing);
        if (instance.isPresent()
                && hidesAnything.answer(person)
                && hides(
                        instance.get(),
                        person,
                        !(thing instanceof Task)
                                && EngineReader.of(Context.getCommandContext().getAuthentication())
                                        .mends())) {
            throw thing instanceof Task task
                    // The engine's own words for what it cannot find
                    ? new NullValueException("Cannot find task with id %s: task is null".formatted(task.getId()))
                    : noSuchInstance();
        }
    }

    /** The engine suspends what it does not know without a word, by which one could tell it from what is hidden. */
    private void refuseUnknown(String instance) {
        if (reader() != null
                && jdbc.sql("select not exists (select from act_ru_execution where id_ = :instance)")
                        .param("instance", instance)
                        .query(Boolean.class)
                        .single()) {
            throw noSuchInstance();
        }
    }

    private static Refusal noSuchInstance() {
        return new Refusal("There is no such process, or it has ended: look at the list again.");
    }

    /** @return who gives the command; null where the engine acts by itself */
    private static String reader() {
        CommandContext context = Context.getCommandContext();
        return context != null && context.isAuthorizationCheckEnabled() ? context.getAuthenticatedUserId() : null;
    }

    /** @param mends whether what is only confidential is open to them, so that they can mend it */
    private boolean hides(String instance, String person, boolean mends) {
        return jdbc.sql(HIDES)
                .param("today", LocalDate.now(clock))
                .param("person", person)
                .param("instance", instance)
                .param("mends", mends)
                .query(Boolean.class)
                .single();
    }

    /** A bare id may be that of a process instance; ids of other things match none. */
    private static Optional<String> instanceOf(Object thing) {
        if (thing instanceof Task task) {
            return Optional.ofNullable(task.getProcessInstanceId());
        }
        if (thing instanceof Execution execution) {
            return Optional.ofNullable(execution.getProcessInstanceId());
        }
        if (thing instanceof Job job) {
            return Optional.ofNullable(job.getProcessInstanceId());
        }
        if (thing instanceof HistoricProcessInstance past) {
            return Optional.ofNullable(past.getId());
        }
        if (thing instanceof HistoricVariableInstance variable) {
            return Optional.ofNullable(variable.getProcessInstanceId());
        }
        if (thing instanceof HistoryEvent event) {
            return Optional.ofNullable(event.getProcessInstanceId());
        }
        return thing instanceof String id ? Optional.of(id) : Optional.empty();
    }
}
