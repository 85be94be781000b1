package org.rovingpm.assessment;

import java.util.List;
import org.rovingpm.supportcase.Rag;

/** The rating that rag-rating.dmn suggests for a request, with every reason that applies. */
public record RagSuggestion(Rag rag, List<Reason> reasons) {

    /**
     * @param side  "Urgency" or "Impact"
     * @param score 1 to 3; 3 is the most urgent
     */
    public record Reason(String side, int score, String reason) {}
}
