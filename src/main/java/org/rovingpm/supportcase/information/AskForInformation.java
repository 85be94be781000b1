package org.rovingpm.supportcase.information;

import java.time.Clock;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the practice for more information before its request can be assessed. */
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
    public void ask(CaseReference reference, String question, String who) {
        SupportCase supportCase = cases.get(reference);
        supportCase.apply(CaseEvent.INFORMATION_ASKED_FOR, clock.instant());
        cases.save(supportCase);
        information.ask(reference, question, who);
        timeline.add(reference, who, "More information asked for", null, null, question);
    }
}
