package org.rovingpm.jobplan;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.SupportCaseProcess.Messages;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests a variation of the plan in effect; it is prepared and approved like a first plan, while support goes on. */
@Component
public class RequestVariation {

    private final StageCheck stages;
    private final VariationRequests variations;
    private final CaseProcesses processes;
    private final Timeline timeline;

    RequestVariation(StageCheck stages, VariationRequests variations, CaseProcesses processes, Timeline timeline) {
        this.stages = stages;
        this.variations = variations;
        this.processes = processes;
        this.timeline = timeline;
    }

    /** Refuses unless support is in place, and while another variation is under way. */
    @Transactional
    public void request(CaseReference reference, String reason, String who) {
        refuseUnlessPossible(reference);
        if (reason == null) {
            throw new Refusal("reason", "Say what needs to change in the plan, and why.");
        }
        variations.add(reference, reason, who);
        timeline.add(reference, who, "Variation requested", null, null, reason);
        processes.tell(reference.value(), Messages.VARIATION_REQUESTED);
    }

    /** The part of {@link #request} that only depends on the case. */
    public void refuseUnlessPossible(CaseReference reference) {
        stages.at(reference, CaseStage.SUPPORTED);
        if (variations.open(reference).isPresent()) {
            throw new Refusal(
                    "A variation of the plan of case %s is under way already: wait until it is agreed or withdrawn."
                            .formatted(reference));
        }
        processes.refuseUnlessWaiting(reference.value(), Messages.VARIATION_REQUESTED);
    }
}
