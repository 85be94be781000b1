package org.rovingpm.placement;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.rovingpm.placement.MissingCheckIns.Step;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what came of asking the PM for a report that is missing. */
@Component
public class ChaseMissingCheckIn {

    /** What came of it. */
    public enum Outcome {
        REPORT_PROMISED("The PM has promised the report"),
        NOT_REACHED("The PM could not be reached"),
        PM_UNAVAILABLE("The PM is not available any more");

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
            @NotNull(message = "Choose what came of it.") Outcome outcome,

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
            throw new Refusal("This missing report has been chased already.");
        }
        timeline.add(
                reference, who, "Missing report chased", null, form.outcome().label(), form.note());
    }
}
