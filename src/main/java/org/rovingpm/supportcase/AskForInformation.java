package org.rovingpm.supportcase;

import java.time.Clock;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the practice for more before its request can be assessed. */
@Component
public class AskForInformation {

    private final SupportCases cases;
    private final FurtherInformation information;
    private final Timeline timeline;
    private final Clock clock;

    AskForInformation(SupportCases cases, FurtherInformation information, Timeline timeline, Clock clock) {
        this.cases = cases;
        this.information = information;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public void ask(CaseReference reference, String asked, String who) {
        SupportCase supportCase = cases.get(reference);
        supportCase.apply(CaseEvent.INFORMATION_ASKED_FOR, clock.instant());
        cases.save(supportCase);
        information.ask(reference, asked, who);
        timeline.add(reference, who, "More information asked for", null, null, asked);
    }
}
