package org.rovingpm.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Past evaluations of a decision, so that managers can see what a changed table would have answered. A module has a
 * bean of this kind for each decision that can be tried.
 */
public interface PastDecisions {

    /** The id of the decision, such as "rag-rating". */
    String decision();

    /** The output that is compared, such as "rag". */
    String output();

    /** The heading for the output: "RAG rating". */
    String label();

    /** @return the latest evaluations, newest first, up to the given number */
    List<PastDecision> recent(int most);

    /**
     * @param reference the reference of the case
     * @param facts     the inputs by name at the time
     * @param given     the output at the time
     */
    record PastDecision(String reference, Instant at, Map<String, Object> facts, String given) {}
}
