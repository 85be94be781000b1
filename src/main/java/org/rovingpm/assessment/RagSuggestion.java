package org.rovingpm.assessment;

import java.util.List;
import org.rovingpm.supportcase.Rag;

/** The rating that the scheme's decision suggests for a request, and every reason that applies. */
public record RagSuggestion(Rag rag, List<Reason> reasons) {

    /**
     * @param side  "Urgency" or "Impact"
     * @param score 1 to 3, 3 presses most
     */
    public record Reason(String side, int score, String reason) {}
}
