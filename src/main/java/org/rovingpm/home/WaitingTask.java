package org.rovingpm.home;

import java.time.Instant;
import org.rovingpm.supportcase.Rag;

/**
 * A task that waits for the reader or for one of their team.
 *
 * @param id        as the engine has it
 * @param reference number of its case; null where it belongs to none
 * @param practices in words; null where it belongs to none, or the reader is not told
 * @param rag       the agreed rating, or null
 * @param dueAt     may be null
 */
public record WaitingTask(String id, String name, String reference, String practices, Rag rag, Instant dueAt) {

    public boolean isOverdue(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }
}
