package org.rovingpm.supportcase.information;

import java.time.Clock;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
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

    /**
     * Refuses a practice that is not of the case.
     *
     * @param practice the one that is asked; null for all practices of the case
     */
    @Transactional
    public void ask(CaseReference reference, String question, OdsCode practice, String who) {
        SupportCase supportCase = cases.get(reference);
        if (practice != null && !supportCase.practices().contains(practice)) {
            throw new Refusal("informationPractice", "This practice is not one of case %s.".formatted(reference));
        }
        supportCase.apply(CaseEvent.INFORMATION_ASKED_FOR, clock.instant());
        cases.save(supportCase);
        information.ask(reference, question, practice, who);
        timeline.add(reference, who, "More information asked for", null, null, question);
    }
}
