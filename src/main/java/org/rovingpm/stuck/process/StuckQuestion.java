package org.rovingpm.stuck.process;

import org.rovingpm.database.SqlFile;
import org.rovingpm.stuck.Cause;
import org.rovingpm.supportcase.Rag;

/**
 * The queries for stuck cases, one file each, all with the same columns. Each uses an index with few rows (of open
 * cases, running processes or recent weeks); none reads the history.
 */
enum StuckQuestion {
    FAILED_STEP(Cause.FAILED_STEP, "failed-step.sql"),
    FAILED_DELIVERY(Cause.MESSAGE_NOT_DELIVERED, "failed-delivery.sql"),
    UNDELIVERED_MESSAGE(Cause.MESSAGE_NOT_DELIVERED, "undelivered-message.sql"),
    FAULTY_VERSION(Cause.FAULTY_VERSION, "faulty-version.sql"),
    NOBODY_SUITABLE(Cause.NOBODY_SUITABLE, "nobody-suitable.sql"),
    OFFER_UNANSWERED(Cause.OFFER_UNANSWERED, "offer-unanswered.sql"),
    NO_CHECK_IN(Cause.NO_CHECK_IN, "no-check-in.sql"),
    NOBODY_LEFT(Cause.NOBODY_LEFT, "nobody-left.sql"),
    OVERDUE_TASK(Cause.OVERDUE_TASK, "overdue-task.sql"),
    INFORMATION_UNANSWERED(Cause.LINK_UNANSWERED, "information-unanswered.sql"),
    JOB_PLAN_UNANSWERED(Cause.LINK_UNANSWERED, "job-plan-unanswered.sql"),
    FEEDBACK_UNANSWERED(Cause.LINK_UNANSWERED, "feedback-unanswered.sql"),
    ON_HOLD_TOO_LONG(Cause.ON_HOLD_TOO_LONG, "on-hold-too-long.sql");

    private final Cause cause;
    private final String sql;

    StuckQuestion(Cause cause, String file) {
        this.cause = cause;
        this.sql = SqlFile.read(StuckQuestion.class, file);
    }

    Cause cause() {
        return cause;
    }

    /** @return the parameter for the time before which something has waited too long, by cause and rating (if any) */
    static String limit(Cause cause, Rag rag) {
        return rag == null ? cause.key() : cause.key() + rag;
    }

    /**
     * Those that have waited longer than the limit of a rating.
     *
     * @param conditions further conditions on the row {@code s}
     */
    String late(Rag rag, String conditions) {
        return """
            select '%s' as cause, s.waits_since, s.reference, s.id, s.task, s.step, s.activity, s.person, s.instance, s.definition,
                   s.why, s.retrying, s.failures
              from (%s) s
             where s.waits_since < :%s and %s""".formatted(cause, sql, limit(cause, rag), conditions);
    }

    /** As {@link #late}, but only the {@code :most} latest, by the index in this order. */
    String latest(Rag rag, String conditions) {
        return "(" + late(rag, conditions) + " order by s.sorted_by limit :most)";
    }

    /**
     * All that have waited longer than the limit of their own rating.
     *
     * @param condition a further condition on the row {@code s}
     */
    String lateOfAllRatings(String condition) {
        return """
            select '%1$s' as cause, coalesce(s.agreed_rag, s.suggested_rag) as rag
              from (%2$s) s
             where s.waits_since < case coalesce(s.agreed_rag, s.suggested_rag)
                 when 'RED' then :%3$sRED when 'AMBER' then :%3$sAMBER when 'GREEN' then :%3$sGREEN else :%3$s end
               and %4$s""".formatted(cause, sql, cause.key(), condition);
    }
}
