package org.rovingpm.stuck;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rovingpm.access.StaffDirectory;

/** The steps of running processes, and how to act on them from outside. */
public interface RunningSteps {

    /**
     * Retries a failed step now.
     *
     * @param failure id of the incident
     * @return false if it is about to be retried anyway
     */
    boolean retry(String failure, String who);

    /**
     * As {@link #retry}, for every failure of one step of one version of a process.
     *
     * @return the references of the cases whose steps are retried, and an empty text for each failure outside a case
     */
    List<String> retryAll(String version, String step, String who, int most);

    /** @return the stack trace of a failure */
    Optional<String> stackTrace(String failure);

    /** @param person user id of whose it is, or null */
    record OpenTask(String person, Instant due) {}

    /** @return empty if the task is done, or suspended with its case */
    Optional<OpenTask> task(String task);

    /** Moves the task's due date. */
    void postpone(String task, Instant due, Viewer viewer);

    /** @return who can be given the task, by name: members of the groups it is offered to who have no interest in its practice */
    List<StaffDirectory.Person> candidates(String task);

    /** Gives the task, and the rights to it, to a person. Refuses anybody who may not do it. */
    void assign(String task, String person, Viewer viewer);
}
