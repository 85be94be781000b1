package org.rovingpm.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;

/** The ratings that PMs propose after their first visits, provided by the module that records the visits. */
public interface ProposedRatings {

    /**
     * What a PM found, and the rating they propose.
     *
     * @param reason null if they would not change the rating
     */
    record ProposedRating(LocalDate visitedOn, String findings, Rag rag, String reason) {}

    /** @return what the PM who visited last proposes */
    Optional<ProposedRating> latest(CaseReference reference);
}
