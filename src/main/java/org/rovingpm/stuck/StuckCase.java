package org.rovingpm.stuck;

import java.time.Duration;
import java.time.Instant;
import org.rovingpm.supportcase.Rag;

/**
 * Something in which a case is stuck.
 *
 * @param id         what names it among those of its cause
 * @param reference  number of the case; null where a process fails that belongs to none, or many at once
 * @param practice   its name; null where the viewer is not to know
 * @param rag        agreed or, before that, suggested; null where it belongs to no case
 * @param step       the label of the step that waits or fails, or what is waited for
 * @param process    the name and version of the process; null where it is not about a step
 * @param since      when its time ran out
 * @param why        in plain words; null where cause and step say all
 * @param person     user id of whose task it is; null where it is nobody's or the viewer is not to know
 * @param personName their name
 * @param task       id of the task, or null
 * @param instance   id of the process instance, or null
 * @param again      whether the failed step is about to be tried again in any case
 * @param failures   how many failures it stands for
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
        boolean again,
        int failures) {

    public StuckCase withName(String name) {
        return new StuckCase(
                cause, id, reference, practice, rag, step, process, since, why, person, name, task, instance, again,
                failures);
    }

    /** @return for how long, in words: "3 days" */
    public String lateness(Instant now) {
        Duration late = Duration.between(since, now);
        if (late.toDays() > 0) {
            return late.toDays() == 1 ? "1 day" : late.toDays() + " days";
        }
        if (late.toHours() > 0) {
            return late.toHours() == 1 ? "1 hour" : late.toHours() + " hours";
        }
        return late.toMinutes() == 1 ? "1 minute" : Math.max(0, late.toMinutes()) + " minutes";
    }

    /** @return the first sentences of why, where it is long */
    public String shortWhy() {
        return why == null || why.length() <= 400 ? why : why.substring(0, 399) + "…";
    }
}
