package org.rovingpm.stuck;

import java.util.List;
import java.util.Optional;
import org.rovingpm.supportcase.Rag;

/**
 * Everything that is stuck, the worst first: by RAG rating, then by how long. Nobody finds a case of a practice in which they
 * have declared an interest.
 */
public interface StuckCases {

    /** How many are ever listed at once. */
    int MOST = 500;

    /**
     * @param first how many to pass over
     * @param most  how many at most; with those passed over {@value #MOST} at most
     */
    List<StuckCase> of(Viewer viewer, StuckCaseFilter wanted, int first, int most);

    /** How many things of a cause are stuck in cases of a rating; null for those of none. */
    record Count(Cause cause, Rag rag, int things) {}

    /** @return the numbers that are not zero, of everybody's cases; asks for all of it, so keep the answer for a while */
    List<Count> count();

    /** @return the one; empty where it is not stuck (any more), or not for this viewer to see */
    Optional<StuckCase> find(Viewer viewer, Cause cause, String id);
}
