package org.rovingpm.stuck;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rovingpm.access.StaffDirectory;

/** The steps of running processes, and what can be done to them from outside. */
public interface RunningSteps {

    /**
     * Has a failed step tried again now.
     *
     * @param failure id of the incident
     * @return false where it is about to be tried in any case
     */
    boolean retry(String failure, String who);

    /**
     * As {@link #retry}, every failure of one step of one version of a process.
     *
     * @return the numbers of the cases whose steps are tried again, and an empty text for each that belongs to none
     */
    List<String> retryAll(String version, String step, String who, int most);

    /** @return the stack trace of a failure */
    Optional<String> stackTrace(String failure);

    /** @param person user id of whose it is, or null */
    record OpenTask(String person, Instant due) {}

    /** @return empty where the task is done, or stands still with its case */
    Optional<OpenTask> task(String task);

    /** Has the task fall due at another time. */
    void postpone(String task, Instant due, Viewer viewer);

    /** @return who may be given the task, by name: members of the groups it is offered to, without an interest in its practice */
    List<StaffDirectory.Person> candidates(String task);

    /** Gives the task to a person. Refuses somebody whose task it cannot be; the rights to the task go with it. */
    void assign(String task, String person, Viewer viewer);
}
