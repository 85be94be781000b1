package org.rovingpm.placement;

import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.matching.OfferAccepted;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places a PM at a practice once they have accepted the offer. */
@Component
class StartPlacement {

    private final SupportCases cases;
    private final Placements placements;
    private final Needs needs;
    private final PersonDirectory people;
    private final Timeline timeline;
    private final Clock clock;

    StartPlacement(
            SupportCases cases,
            Placements placements,
            Needs needs,
            PersonDirectory people,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.placements = placements;
        this.needs = needs;
        this.people = people;
        this.timeline = timeline;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void on(OfferAccepted accepted) {
        start(accepted.reference(), accepted.pm(), accepted.from(), accepted.pm());
    }

    /**
     * Takes the sessions and weeks from the need as it was assessed last; refuses if the case has a PM already.
     *
     * @param pm  user id
     * @param who user id of the person who starts the placement
     */
    @Transactional
    Placement start(CaseReference reference, String pm, LocalDate from, String who) {
        placements.active(reference).ifPresent(active -> {
            throw new Refusal("Case %s has a PM already: %s.".formatted(reference, people.nameOf(active.pm())));
        });
        Need need = needs.latest(reference);
        SupportCase supportCase = cases.get(reference);
        supportCase.apply(CaseEvent.PM_MATCHED, clock.instant());
        cases.save(supportCase);
        placements.add(
                reference,
                pm,
                from,
                need.sessionsAWeek(),
                from.plusWeeks(need.weeks()).minusDays(1));
        timeline.add(reference, who, "PM matched", null, pm, null);
        return placements.get(reference);
    }
}
