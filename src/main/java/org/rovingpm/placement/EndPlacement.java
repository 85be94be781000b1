package org.rovingpm.placement;

import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.closure.ClosureEnding;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a PM's part in a case. What the plan in effect has not used stays committed to the case, for the next PM's plan or
 * until the money is reconciled.
 */
@Component
public class EndPlacement {

    private final SupportCases cases;
    private final Placements placements;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndPlacement(
            SupportCases cases,
            Placements placements,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.placements = placements;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ends the active placement and, where another PM is needed, takes the case back to matching. The caller tells the
     * process of the case.
     *
     * @param reason why, in a person's words; may be null if support ended
     */
    @Transactional
    public void end(CaseReference reference, EndReason end, String reason, String who) {
        Placement placement = placements.get(reference);
        SupportCase supportCase = cases.get(reference);
        supportCase.refuseUnlessRunning();
        if (end.needsAnotherPm()) {
            supportCase.apply(CaseEvent.PM_WITHDRAWN, clock.instant());
            cases.save(supportCase);
        }
        placements.end(placement, LocalDate.now(clock), end);
        timeline.add(reference, who, "Placement ended", placement.pm(), end.label(), reason);
        events.publishEvent(new PlacementEnded(reference, placement.pm(), end, who));
    }

    /** A PM who has accepted the offer and never came has no part in the case any more. */
    @EventListener
    void on(ClosureEnding ending) {
        if (placements.active(ending.reference()).isPresent()) {
            end(ending.reference(), EndReason.SUPPORT_ENDED, null, ending.who());
        }
    }
}
