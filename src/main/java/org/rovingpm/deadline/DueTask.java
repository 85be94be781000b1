package org.rovingpm.deadline;

import java.time.Instant;
import java.util.Set;
import org.rovingpm.supportcase.CaseReference;

/**
 * A task of a case whose deadline comes near or has passed.
 *
 * @param id     as the engine has it
 * @param name   its label in the model
 * @param rag    the agreed rating, or null
 * @param holder user id of whose it is, or null
 * @param groups whose members may take it
 * @param told   the highest level that it has reached so far, or null
 */
record DueTask(
        String id,
        String name,
        CaseReference reference,
        String rag,
        String holder,
        Set<String> groups,
        Instant dueAt,
        DeadlineLevel told) {

    DueTask {
        groups = Set.copyOf(groups);
    }
}
