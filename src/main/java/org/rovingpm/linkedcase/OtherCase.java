package org.rovingpm.linkedcase;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;

/**
 * Another case of the practices of a case, or of their neighbours in a merger, in outline.
 *
 * @param practices     their names, the leading one first
 * @param own           whether a practice of the first case is among them
 * @param rag           the agreed rating, or null
 * @param closedAt      null while it is open
 * @param objectivesMet how far the closing report says that objectives were met; null where there is none
 * @param adviceOnly    whether advice was enough, without a placement
 * @param joinedWith    the number of the case that goes on in its place; null where it is no duplicate, or the reader may not know
 */
public record OtherCase(
        String reference,
        List<String> practices,
        boolean own,
        CaseStage stage,
        Rag rag,
        Instant requestedAt,
        Instant closedAt,
        String objectivesMet,
        boolean adviceOnly,
        String joinedWith) {

    public OtherCase {
        practices = List.copyOf(practices);
    }

    public String practice() {
        return Practices.inShort(practices);
    }

    /** “Requested on 3 March 2026”, and when it closed. */
    public String when() {
        return "requested on " + BritishFormat.date(requestedAt)
                + (closedAt == null
                        ? ""
                        : ", %s on %s".formatted(stage.label().toLowerCase(Locale.ROOT), BritishFormat.date(closedAt)));
    }

    public String rating() {
        return rag == null ? "not rated" : rag.label();
    }

    /** What it came to; null while it is open. */
    public String outcome() {
        if (closedAt == null) {
            return null;
        }
        if (joinedWith != null) {
            return "Duplicate of " + joinedWith;
        }
        if (stage == CaseStage.DECLINED) {
            return "Request declined";
        }
        if (adviceOnly) {
            return "Advice only";
        }
        return objectivesMet == null ? "Closed without support" : "Objectives met: " + objectivesMet;
    }
}
