package org.rovingpm.supportcase.information;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what the practice answered when it was asked for more information. */
@Component
public class RecordFurtherInformation {

    /** The practice's answer. */
    public record Form(
            @NotNull(message = "Write down what the practice answered.") @PlainText(label = "The answer")
            String information,

            @NotNull(message = "Say who answered.") @PlainText(label = "Who answered", max = 200)
            String givenBy) {}

    private final SupportCases cases;
    private final FurtherInformation furtherInformation;
    private final Timeline timeline;
    private final Clock clock;

    RecordFurtherInformation(
            SupportCases cases, FurtherInformation furtherInformation, Timeline timeline, Clock clock) {
        this.cases = cases;
        this.furtherInformation = furtherInformation;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public void record(CaseReference reference, Form form, String who) {
        SupportCase supportCase = cases.get(reference);
        supportCase.apply(CaseEvent.INFORMATION_RECEIVED, clock.instant());
        cases.save(supportCase);
        furtherInformation.answer(reference, form.information(), form.givenBy(), who);
        timeline.add(
                reference, who, "Further information received from " + form.givenBy(), null, null, form.information());
    }
}
