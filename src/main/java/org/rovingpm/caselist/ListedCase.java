package org.rovingpm.caselist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;

/**
 * A case in the list.
 *
 * @param practices     their names, the leading one first
 * @param area          empty where it is not known
 * @param rag           the agreed rating, or null
 * @param suggestedRag  what was suggested last, or null
 * @param pmName        empty where it has no PM
 * @param heldUntil     null where it is not on hold
 * @param closedAt      null while it is open
 * @param lastCheckInAt when the PM last reported a week, or null
 * @param adviceOnly    whether advice was enough, without a placement
 * @param weekEndsAt    when the next week to report ends; null unless it is supported and not on hold
 * @param task          what it waits for; null where nothing waits
 */
public record ListedCase(
        String reference,
        List<String> practices,
        List<String> odsCodes,
        String area,
        CaseStage stage,
        Rag rag,
        Rag suggestedRag,
        String pmName,
        Instant requestedAt,
        LocalDate heldUntil,
        Instant closedAt,
        Instant lastCheckInAt,
        Instant weekEndsAt,
        boolean confidential,
        boolean adviceOnly,
        Task task) {

    /**
     * The task of the case that is due first.
     *
     * @param assignee user id of whose it is, or null
     * @param groups   whose members may take it
     * @param dueAt    null where it has no due date, or its clock is stopped
     * @param tasks    how many tasks of the case wait, this one included
     */
    public record Task(String name, String assignee, List<String> groups, Instant dueAt, int tasks) {}

    public ListedCase {
        practices = List.copyOf(practices);
        odsCodes = List.copyOf(odsCodes);
    }
}
