package org.rovingpm.supportcase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.submission.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case on hold until a date, extends the hold, and resumes the case; its clocks stand still meanwhile. */
@Component
public class HoldCase {

    private final SupportCases cases;
    private final CaseProcesses processes;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HoldCase(
            SupportCases cases,
            CaseProcesses processes,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.processes = processes;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void hold(CaseReference reference, LocalDate until, String reason, String who) {
        refuseBadDate(until);
        SupportCase supportCase = cases.get(reference);
        supportCase.hold(clock.instant(), until);
        cases.save(supportCase);
        processes.suspend(reference.value());
        timeline.add(reference, who, "Case put on hold", null, "until " + BritishFormat.date(until), reason);
    }

    @Transactional
    public void extend(CaseReference reference, LocalDate until, String reason, String who) {
        refuseBadDate(until);
        SupportCase supportCase = cases.get(reference);
        String before = supportCase.heldUntil() == null ? null : "until " + BritishFormat.date(supportCase.heldUntil());
        supportCase.extendHold(until);
        cases.save(supportCase);
        timeline.add(reference, who, "Hold extended", before, "until " + BritishFormat.date(until), reason);
    }

    @Transactional
    public void resume(CaseReference reference, String reason, String who) {
        wake(reference);
        timeline.add(reference, who, "Case resumed", null, null, reason);
    }

    /**
     * Ends something in a case, also while it is on hold. If the case goes on without it, such as without its PM, it stays on
     * hold until the same day; if the case ends, the hold does too.
     *
     * @return whether the case was on hold and no longer is
     */
    @Transactional
    public boolean endInSpiteOfHold(CaseReference reference, Runnable ending) {
        LocalDate until = cases.get(reference).heldUntil();
        if (until == null) {
            ending.run();
            return false;
        }
        // One after the other: what wakes is changed by what ends it, and what follows from that is suspended
        processes.writtenAtOnce(() -> wake(reference));
        processes.writtenAtOnce(ending);
        SupportCase after = cases.get(reference);
        if (after.stage() == CaseStage.CLOSING || !after.stage().open()) {
            return true;
        }
        after.hold(clock.instant(), until);
        cases.save(after);
        processes.suspend(reference.value());
        return false;
    }

    private void wake(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        Instant heldAt = supportCase.heldAt();
        supportCase.resume();
        cases.save(supportCase);
        processes.resume(reference.value(), heldAt);
        events.publishEvent(new CaseResumed(reference, heldAt));
    }

    private void refuseBadDate(LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        new Problems()
                .require(until != null, "holdUntil", "Give the date until which the case is on hold.")
                .require(
                        until == null || until.isAfter(today),
                        "holdUntil",
                        "The case can be put on hold until tomorrow or later.")
                .require(
                        until == null || until.isBefore(today.plusYears(1)),
                        "holdUntil",
                        "A case can be on hold for a year at most: give an earlier date.")
                .refuseIfAny();
    }
}
