package org.rovingpm.checkin;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.rovingpm.checkin.MissingCheckIns.Step;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the outcome of chasing the PM for a check-in that is missing. */
@Component
public class ChaseMissingCheckIn {

    /** The outcome. */
    public enum Outcome {
        CHECK_IN_PROMISED("The PM has promised a check-in"),
        NOT_REACHED("The PM could not be reached"),
        PM_UNAVAILABLE("The PM is no longer available");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The coordinator's answers. */
    public record Form(
            @NotNull(message = "Choose the outcome.") Outcome outcome,

            @NotNull(message = "Note what was said.") @PlainText(label = "What was said")
            String note) {}

    private final StageCheck stages;
    private final Placements placements;
    private final MissingCheckIns missing;
    private final Timeline timeline;

    ChaseMissingCheckIn(StageCheck stages, Placements placements, MissingCheckIns missing, Timeline timeline) {
        this.stages = stages;
        this.placements = placements;
        this.missing = missing;
        this.timeline = timeline;
    }

    @Transactional
    public void chase(CaseReference reference, LocalDate weekEnding, Form form, String who) {
        stages.at(reference, CaseStage.SUPPORTED);
        if (!missing.add(
                placements.get(reference),
                weekEnding,
                Step.CHASE,
                form.outcome().label(),
                form.note(),
                who)) {
            throw new Refusal("This missing check-in has been chased already.");
        }
        timeline.add(
                reference, who, "Missing check-in chased", null, form.outcome().label(), form.note());
    }
}
