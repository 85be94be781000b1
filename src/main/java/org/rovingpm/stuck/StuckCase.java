package org.rovingpm.stuck;

import java.time.Duration;
import java.time.Instant;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.supportcase.Rag;

/**
 * A stuck case: one cause for which something waits too long.
 *
 * @param id         its id among those of its cause
 * @param reference  number of the case; null for a failure outside a case, or in many at once
 * @param practice   its name; null if the viewer may not see it
 * @param rag        the agreed or else the suggested rating; null if it belongs to no case
 * @param step       the label of the waiting or failed step, or what it waits for
 * @param process    the name and version of the process; null if it is not about a step
 * @param since      when its time was up
 * @param why        the reason in plain words; null if cause and step say everything
 * @param person     user id of the assignee; null if there is none or the viewer may not see it
 * @param personName their name
 * @param task       id of the task, or null
 * @param instance   id of the process instance, or null
 * @param retrying   whether the failed step is about to be retried anyway
 * @param failures   how many failures it represents
 */
public record StuckCase(
        Cause cause,
        String id,
        String reference,
        String practice,
        Rag rag,
        String step,
        String process,
        Instant since,
        String why,
        String person,
        String personName,
        String task,
        String instance,
        boolean retrying,
        int failures) {

    public StuckCase withName(String name) {
        return new StuckCase(
                cause, id, reference, practice, rag, step, process, since, why, person, name, task, instance, retrying,
                failures);
    }

    /** @return how long it has been late, in words: "3 days" */
    public String lateness(Instant now) {
        return BritishFormat.duration(Duration.between(since, now));
    }

    /** @return the beginning of why, if it is long */
    public String shortWhy() {
        return why == null || why.length() <= 400 ? why : why.substring(0, 399) + "…";
    }
}
