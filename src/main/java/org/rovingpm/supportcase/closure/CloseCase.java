package org.rovingpm.supportcase.closure;

import java.time.Clock;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a case to its end: closure begins, and when all is done the case is closed. */
@Component
public class CloseCase {

    private final SupportCases cases;
    private final SupportRecord supportRecord;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CloseCase(
            SupportCases cases,
            SupportRecord supportRecord,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.supportRecord = supportRecord;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** @return whether there was support, on which there is something to report */
    @Transactional
    public boolean begin(CaseReference reference, String who) {
        boolean given = supportRecord.isGiven(reference);
        move(reference, CaseEvent.CLOSURE_BEGUN, who, "Closure begun");
        events.publishEvent(new ClosureBegun(reference, who));
        return given;
    }

    @Transactional
    public void close(CaseReference reference, String who) {
        events.publishEvent(new ClosureEnding(reference, who));
        move(reference, CaseEvent.CASE_CLOSED, who, "Case closed");
    }

    private void move(CaseReference reference, CaseEvent event, String who, String what) {
        SupportCase supportCase = cases.get(reference);
        CaseStage before = supportCase.stage();
        supportCase.apply(event, clock.instant());
        cases.save(supportCase);
        timeline.add(reference, who, what, before.label(), supportCase.stage().label(), null);
    }
}
