package org.rovingpm.linkedcase;

import java.time.Instant;
import java.util.List;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;

/**
 * A case that another one is linked to, as seen from that one.
 *
 * @param id        of the link
 * @param from      whether the link leads from the case from which it is seen
 * @param practices their names, the leading one first
 * @param rag       the agreed rating, or null
 * @param reason    why they were linked
 * @param endedAt   null while the link holds
 */
public record LinkedCase(
        long id,
        LinkKind kind,
        boolean from,
        CaseReference reference,
        List<String> practices,
        CaseStage stage,
        Rag rag,
        String reason,
        Instant at,
        String who,
        Instant endedAt,
        String endedBy,
        String endReason) {

    public LinkedCase {
        practices = List.copyOf(practices);
    }

    /** @return what stands before the number of the case: “Follows up” */
    public String label() {
        return kind.label(from);
    }

    public String practice() {
        return Practices.inWords(practices);
    }

    public boolean ended() {
        return endedAt != null;
    }

    /** Whether somebody can end the link: a case was closed for a duplicate, which so stays one. */
    public boolean canEnd() {
        return !ended() && kind != LinkKind.DUPLICATE;
    }
}
