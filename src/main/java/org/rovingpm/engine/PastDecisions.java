package org.rovingpm.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a decision was asked in the past, and what it gave: so that managers see what a changed table would have given. Each
 * module whose decision can be tried in this way has a bean of this kind.
 */
public interface PastDecisions {

    /** The id of the decision, such as "rag-rating". */
    String decision();

    /** The output that is compared, such as "rag". */
    String output();

    /** What the output is about, as the heading of a column: "RAG rating". */
    String label();

    /** @return the latest, newest first, at most so many */
    List<PastDecision> recent(int most);

    /**
     * @param reference what it was about: the reference of a case
     * @param facts     the inputs by name, as they were
     * @param given     the output that was given
     */
    record PastDecision(String reference, Instant at, Map<String, Object> facts, String given) {}
}
