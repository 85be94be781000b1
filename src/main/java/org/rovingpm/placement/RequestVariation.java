package org.rovingpm.placement;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a change of the plan in effect; it is prepared and approved like a first plan, while support goes on. */
@Component
public class RequestVariation {

    private static final String MESSAGE = "variationRequested";

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

    /** Refuses unless support is in place, and while another change of the plan is under way. */
    @Transactional
    public void ask(CaseReference reference, String reason, String who) {
        stages.at(reference, CaseStage.SUPPORTED);
        if (reason == null) {
            throw new Refusal("reason", "Say what needs to change in the plan, and why.");
        }
        if (variations.open(reference).isPresent()) {
            throw new Refusal("A change of the plan of case %s is under way already: wait until it is settled."
                    .formatted(reference));
        }
        variations.add(reference, reason, who);
        timeline.add(reference, who, "Variation asked for", null, null, reason);
        processes.tell(reference.value(), MESSAGE);
    }
}
