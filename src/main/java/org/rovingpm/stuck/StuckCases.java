package org.rovingpm.stuck;

import java.util.List;
import java.util.Optional;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.supportcase.Rag;

/**
 * All stuck cases, worst first: by RAG rating, then by how long. Nobody finds a case of a practice in which they have
 * declared an interest.
 */
public interface StuckCases {

    /** The most that are ever listed. */
    int MOST = 500;

    /**
     * @param first how many to skip
     * @param most  how many at most; {@value #MOST} at most with the skipped ones
     */
    List<StuckCase> of(Viewer viewer, StuckCaseFilter filter, int first, int most);

    /** How many cases of a rating are stuck for a cause; the rating is null for failures outside cases. */
    record Count(Cause cause, Rag rag, int things) {}

    /**
     * @param reader cases that are hidden from them do not count
     * @return the counts above zero. The query is expensive: cache its result
     */
    List<Count> count(CaseReader reader);

    /** @return the stuck case; empty if it is not (or no longer) stuck, or this viewer may not see it */
    Optional<StuckCase> find(Viewer viewer, Cause cause, String id);
}
