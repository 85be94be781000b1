package org.rovingpm.modelcheck.known;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.choice.ChoiceLists;

/** What the application provides to models, and models may name. */
public interface Provided {

    /** What a bean can be used as in a model. */
    enum Kind {
        DELEGATE,
        TASK_LISTENER,
        EXECUTION_LISTENER
    }

    /**
     * The form of a use case.
     *
     * @param id       of the form, such as "approve-job-plan"
     * @param listener name of the bean that hands what is submitted to the use case
     * @param fields   the record that the use case takes
     * @param start    whether it is the form of a start event
     */
    record UseCaseForm(String id, String listener, Class<? extends Record> fields, boolean start) {}

    /** Whether models may name the bean as something of that kind. */
    boolean provides(String bean, Kind kind);

    Collection<UseCaseForm> forms();

    /** Names of the templates of messages. */
    Set<String> templates();

    /** Names of the messages that the application tells to processes. */
    Set<String> messages();

    /** Those of them that the application tells to this process. */
    Set<String> messagesTo(String process);

    /** Names of the signals that the application tells to processes. */
    Set<String> signals();

    /** Codes of the errors that steps of ours end with. */
    Set<String> errors();

    /** Names of the services outside that models may call. */
    Set<String> services();

    /** The lists that forms may offer and decisions may ask about; empty where the check runs without a database. */
    Optional<ChoiceLists> lists();

    /** Variables that the code sets in the process; empty if it knows no such process. */
    Optional<Set<String>> variablesOf(String process);

    /** Variables that every process of a case is given. */
    Set<String> sharedVariables();

    /** The variables that a bean sets where a model names it, and those that it cannot do without. */
    record UsedVariables(Set<String> set, Set<String> needed) {}

    UsedVariables variablesOfBean(String bean);

    /** The variables that a message brings with it. */
    Set<String> carriedBy(String message);

    /** The only values that a variable of a process, or one that all share, can have; empty if they are not known. */
    Optional<Set<String>> valuesOf(String process, String variable);

    /** All variables that the code sets anywhere. */
    Set<String> allVariables();

    /** Those of them that hold the moment of a deadline. */
    Set<String> moments();

    /**
     * Whether a name has a meaning already wherever expressions are read: a variable that the code sets, a word of the engine, or a bean.
     * A field of this name would replace that with its answer.
     */
    boolean isTaken(String name);

    /** The process as it comes with the application. */
    Optional<byte[]> packagedProcess(String process);

    /** Ids of the processes that come with the application. */
    Set<String> packagedProcesses();

    /** The file with the decision as it comes with the application. */
    Optional<byte[]> packagedDecision(String decision);

    /** The form as it comes with the application. */
    Optional<byte[]> packagedForm(String form);

    default Optional<UseCaseForm> form(String id) {
        return forms().stream().filter(form -> form.id().equals(id)).findFirst();
    }

    default Optional<UseCaseForm> formOfListener(String bean) {
        return forms().stream().filter(form -> form.listener().equals(bean)).findFirst();
    }

    /** The form that belongs to a task by its id: "userTask_approveJobPlan" is done with "approve-job-plan". */
    default Optional<UseCaseForm> formOfTask(String task) {
        return task == null || !task.startsWith("userTask_")
                ? Optional.empty()
                : formOfListener(task.substring("userTask_".length()) + "Listener")
                        .filter(form -> !form.start());
    }
}
