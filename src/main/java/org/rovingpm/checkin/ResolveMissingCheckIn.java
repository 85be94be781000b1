package org.rovingpm.checkin;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.rovingpm.checkin.MissingCheckIns.Step;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.placement.EndPlacement;
import org.rovingpm.placement.EndReason;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.SupportCaseProcess.Messages;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what the service manager did about a check-in that is still missing; replacing the PM takes the case back to matching. */
@Component
public class ResolveMissingCheckIn {

    /** What the service manager did. */
    public enum Action {
        SPOKEN_TO_PM("Spoken to the PM"),
        REPLACE_PM("The PM is replaced"),
        OTHER("Something else");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The service manager's answers. */
    public record Form(
            @NotNull(message = "Choose what you did.") Action action,

            @NotNull(message = "Note what was agreed.") @PlainText(label = "What was agreed")
            String note) {}

    private final StageCheck stages;
    private final Placements placements;
    private final MissingCheckIns missing;
    private final EndPlacement endPlacement;
    private final CaseProcesses processes;
    private final Timeline timeline;

    ResolveMissingCheckIn(
            StageCheck stages,
            Placements placements,
            MissingCheckIns missing,
            EndPlacement endPlacement,
            CaseProcesses processes,
            Timeline timeline) {
        this.stages = stages;
        this.placements = placements;
        this.missing = missing;
        this.endPlacement = endPlacement;
        this.processes = processes;
        this.timeline = timeline;
    }

    @Transactional
    public void resolve(CaseReference reference, LocalDate weekEnding, Form form, String who) {
        stages.at(reference, CaseStage.SUPPORTED);
        if (!missing.add(
                placements.get(reference),
                weekEnding,
                Step.ESCALATION,
                form.action().label(),
                form.note(),
                who)) {
            throw new Refusal("This missing check-in has been resolved already.");
        }
        timeline.add(
                reference, who, "Missing check-in resolved", null, form.action().label(), form.note());
        if (form.action() == Action.REPLACE_PM) {
            endPlacement.end(reference, EndReason.PM_REPLACED, form.note(), who);
            processes.tell(reference.value(), Messages.PM_WITHDRAWN);
        }
    }
}
