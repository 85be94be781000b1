package org.rovingpm.practicepage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.supportcase.CaseStage;

/**
 * What a practice reads of its case: facts that it knows or may know, and nothing that anybody has written about it.
 *
 * @param practice    its name
 * @param heldUntil   null where the case is not on hold
 * @param closed      whether nothing can be asked any more
 * @param pm          who supports it; null where nobody does yet
 * @param plan        in effect; null where none is
 * @param weeks       that were reported, the latest first
 * @param contactName whom the office speaks to
 */
public record OwnPage(
        String reference,
        String practice,
        CaseStage stage,
        LocalDate heldUntil,
        boolean closed,
        Visits pm,
        Plan plan,
        List<Week> weeks,
        String contactName) {

    /**
     * Who comes, and when.
     *
     * @param sessionsAWeek half days a week
     * @param firstVisitOn  null where none is planned, or it has been
     * @param expectedUntil the last day that is expected
     */
    public record Visits(
            String name, String email, BigDecimal sessionsAWeek, LocalDate firstVisitOn, LocalDate expectedUntil) {}

    /** The plan in short. */
    public record Plan(LocalDate startsOn, LocalDate endsOn, BigDecimal hours, BigDecimal sessionsAWeek) {}

    /** A week as it was reported. */
    public record Week(LocalDate endsOn, BigDecimal hours) {}

    public OwnPage {
        weeks = List.copyOf(weeks);
    }

    /** The stage in words for somebody who does not work here. */
    public String whereItStands() {
        return switch (stage) {
            case REQUESTED -> "We have your request, and a coordinator is reading it.";
            case INFORMATION_NEEDED -> "We have asked you for more information, and go on when we have your answer.";
            case ADVISING -> "Somebody of the scheme will advise you, in a call or at a visit.";
            case MATCHING -> "We are looking for a practice manager who suits your practice.";
            case INTRODUCING -> "We have found a practice manager for you. The first visit comes next.";
            case PLANNING -> "The plan for your support is being prepared and agreed.";
            case SUPPORTED -> "Your roving practice manager is supporting you.";
            case CLOSING -> "Your support has ended, and we are finishing the paperwork.";
            case CLOSED -> "Your case is closed.";
            case DECLINED -> "We could not take on your request. We have written to you why.";
        };
    }
}
