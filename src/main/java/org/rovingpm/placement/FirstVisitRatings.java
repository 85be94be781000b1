package org.rovingpm.placement;

import java.util.Optional;
import org.rovingpm.assessment.ProposedRatings;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The ratings that PMs propose, from their reports of the first visit. */
@Component
class FirstVisitRatings implements ProposedRatings {

    private final FirstVisits visits;

    FirstVisitRatings(FirstVisits visits) {
        this.visits = visits;
    }

    @Override
    public Optional<ProposedRating> latest(CaseReference reference) {
        return visits.latest(reference)
                .map(visit ->
                        new ProposedRating(visit.visitedOn(), visit.findings(), visit.ragNow(), visit.ragReason()));
    }
}
