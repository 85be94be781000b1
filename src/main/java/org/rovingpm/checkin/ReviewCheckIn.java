package org.rovingpm.checkin;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.rovingpm.assessment.AgreeRag;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.jobplan.RequestVariation;
import org.rovingpm.jobplan.VariationRequests;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides how support continues after a week that needed a review: as planned, with a changed plan, or no longer. */
@Component
public class ReviewCheckIn {

    /** How support continues. */
    public enum Decision {
        CONTINUE("Support continues as planned"),
        VARY_PLAN("The plan is to be varied"),
        COMPLETE("Support is complete");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The service manager's answers. */
    public record Form(
            @NotNull(message = "Choose how support continues.") Decision decision,

            Rag rag,
            @PlainText(label = "Why the rating changes") String ragReason,

            @PlainText(label = "Who at the practice agreed the rating", max = 200)
            String agreedWith,

            @NotNull(message = "Say what you looked into and what you decided.") @PlainText(label = "What was decided")
            String note) {}

    private final StageCheck stages;
    private final Placements placements;
    private final CheckIns checkIns;
    private final VariationRequests variations;
    private final RequestVariation requestVariation;
    private final AgreeRag agreeRag;
    private final Timeline timeline;

    ReviewCheckIn(
            StageCheck stages,
            Placements placements,
            CheckIns checkIns,
            VariationRequests variations,
            RequestVariation requestVariation,
            AgreeRag agreeRag,
            Timeline timeline) {
        this.stages = stages;
        this.placements = placements;
        this.checkIns = checkIns;
        this.variations = variations;
        this.requestVariation = requestVariation;
        this.agreeRag = agreeRag;
        this.timeline = timeline;
    }

    /** What follows from the review. */
    public record Outcome(boolean supportComplete, boolean ragChanged) {}

    /** Refuses a week that has been reviewed, a new rating without its reason, and a second variation. */
    @Transactional
    public Outcome review(CaseReference reference, LocalDate weekEnding, Form form, String who) {
        SupportCase supportCase = stages.at(reference, CaseStage.SUPPORTED);
        CheckIn week = checkIns.find(placements.get(reference), weekEnding)
                .orElseThrow(() -> new Refusal(
                        "The week ending %s has not been reported.".formatted(BritishFormat.date(weekEnding))));
        boolean rated = form.rag() != null && form.rag() != supportCase.rag();
        new Problems()
                .require(!checkIns.reviewed(week), "", "This week has been reviewed already.")
                .require(!rated || form.ragReason() != null, "ragReason", "Say why the rating changes.")
                .require(
                        !rated || form.agreedWith() != null, "agreedWith", "Say who at the practice agreed the rating.")
                .require(
                        form.decision() == Decision.CONTINUE
                                || variations.open(reference).isEmpty(),
                        "decision",
                        "A variation of the plan is under way already: for now, choose “As planned”.")
                .refuseIfAny();
        checkIns.review(week, form.decision(), form.note(), who);
        timeline.add(reference, who, "Check-in reviewed", null, form.decision().label(), form.note());
        if (rated) {
            agreeRag.agree(reference, form.rag(), form.ragReason(), form.agreedWith(), who);
        }
        if (form.decision() == Decision.VARY_PLAN) {
            requestVariation.request(reference, form.note(), who);
        }
        return new Outcome(form.decision() == Decision.COMPLETE, rated);
    }
}
