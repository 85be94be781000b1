package org.rovingpm.processhistory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rovingpm.hiddencase.CaseReader;

/** What the engine remembers of processes, as far as its history level keeps it. */
public interface ProcessHistory {

    /**
     * A process instance.
     *
     * @param reference number of its case; null if it belongs to none
     */
    record Instance(String id, String definition, String reference) {}

    /**
     * A step that was passed or reached.
     *
     * @param kind   of the model, such as "userTask"
     * @param who    user id of whose task it is or was; null for other steps
     * @param ended  null while it lasts
     * @param outcome "done", "cancelled" or "going on"
     */
    record Step(String name, String kind, String who, Instant began, Instant ended, String outcome) {}

    /** @param values each that it has had, the last one last; only that one where the engine keeps no others */
    record Variable(String name, List<Value> values) {}

    /**
     * A value of a variable; at most 200 characters of it.
     *
     * @param step null if it was not set at a step
     * @param who  user id of the person whose action set it; null if there was none, or it is not known
     */
    record Value(String value, Instant since, String step, String who) {}

    /** @param ended null while it lasts */
    record Failure(String step, String message, Instant began, Instant ended) {}

    /**
     * How it goes at one step of a version.
     *
     * @param passed        how many of the latest steps of the version were of this one
     * @param medianSeconds how long they took; half of them longer
     * @param waiting       how many wait there now, as far as they were counted
     * @param oldest        since when the first of them waits, or null
     * @param failing       how many fail there now
     */
    record Heat(
            String activity, String name, int passed, Double medianSeconds, int waiting, Instant oldest, int failing) {}

    Optional<Instance> find(String instance);

    /** @return the steps in the order in which they began, at most 200 of them */
    List<Step> steps(Instance instance, int first, int most);

    /** @return at most 100, by name, with the latest 500 values of them; none of one that has been removed */
    List<Variable> variables(Instance instance);

    /** @return at most 50, the latest first */
    List<Failure> failures(Instance instance);

    /**
     * @param reader cases that are hidden from them do not count
     * @return each step of the version that is waited, passed or failed at, from its latest 5,000 steps and at most 10,000 that wait
     */
    List<Heat> heat(String definition, CaseReader reader);
}
