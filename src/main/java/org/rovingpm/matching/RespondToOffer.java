package org.rovingpm.matching;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.shortlist.Candidate;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.matching.shortlist.OfferStatus;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the PM's answer to an offer. */
@Component
public class RespondToOffer {

    /** What the PM may answer. */
    public enum Answer {
        ACCEPT,
        DECLINE,
        DECLARE_INTEREST
    }

    /**
     * @param noConflict whether the PM declares that there is no conflict of interest
     * @param reason     needed to decline and to declare an interest
     */
    public record Form(
            @NotNull(message = "Choose whether to accept, decline or declare an interest.") Answer answer,

            Boolean noConflict,
            @PlainText(label = "The reason") String reason) {}

    private final SupportCases cases;
    private final Offers offers;
    private final RovingPms roster;
    private final DrawUpShortlist shortlist;
    private final DeclareInterest declareInterest;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    RespondToOffer(
            SupportCases cases,
            Offers offers,
            RovingPms roster,
            DrawUpShortlist shortlist,
            DeclareInterest declareInterest,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.offers = offers;
        this.roster = roster;
        this.shortlist = shortlist;
        this.declareInterest = declareInterest;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Refuses anybody but the PM who has the offer, an offer that has ended, and acceptance by a PM who no longer
     * meets an eligibility rule.
     *
     * @return whether the PM has accepted
     */
    @Transactional
    public boolean respond(CaseReference reference, Form form, String who) {
        SupportCase supportCase = cases.get(reference);
        ChoosePm.refuseUnlessMatching(supportCase);
        Offer offer = offers.openForAnswer(reference)
                .orElseThrow(() -> new Refusal(
                        "This offer has ended: it has been answered, or withdrawn because its deadline passed."));
        if (!offer.pm().equals(who)) {
            throw new Refusal("This offer was made to %s: only they can answer it.".formatted(offer.pmName()));
        }
        refuseIncomplete(form);
        switch (form.answer()) {
            case ACCEPT -> accept(supportCase, offer, form, who);
            case DECLINE -> end(offer, OfferStatus.DECLINED, "Offer declined", form.reason(), who);
            case DECLARE_INTEREST -> {
                end(offer, OfferStatus.INTEREST_DECLARED, "Interest declared", form.reason(), who);
                // The form asks for no practice: the PM is kept from each until a coordinator has found out which it is
                supportCase.practices().forEach(practice -> declareInterest.declare(who, practice, form.reason()));
            }
        }
        return form.answer() == Answer.ACCEPT;
    }

    private static void refuseIncomplete(Form form) {
        boolean accepted = form.answer() == Answer.ACCEPT;
        new Problems()
                .require(
                        !accepted || Boolean.TRUE.equals(form.noConflict()),
                        "noConflict",
                        "Confirm that you have no conflict of interest with this practice, or declare an interest instead.")
                .require(
                        accepted || form.reason() != null,
                        "reason",
                        form.answer() == Answer.DECLINE ? "Say why you decline." : "Say what the interest is.")
                .refuseIfAny();
    }

    private void accept(SupportCase supportCase, Offer offer, Form form, String who) {
        roster.lock(who);
        Candidate candidate = shortlist.candidate(supportCase, who).orElseThrow();
        if (!candidate.suitable()) {
            throw new Refusal("You cannot accept this placement now: %s. Speak to the service manager, or decline."
                    .formatted(String.join("; ", candidate.whyNot())));
        }
        offers.answer(offer, OfferStatus.ACCEPTED, form.reason());
        timeline.add(
                offer.reference(),
                who,
                "Offer accepted, no conflict of interest declared",
                null,
                offer.pmName(),
                form.reason());
        events.publishEvent(new OfferAccepted(
                offer.reference(), who, shortlist.search(supportCase).from()));
    }

    private void end(Offer offer, OfferStatus answer, String what, String reason, String who) {
        offers.answer(offer, answer, reason);
        timeline.add(offer.reference(), who, what, offer.pmName(), null, reason);
        events.publishEvent(new OfferEnded(offer.reference(), offer.pm()));
    }
}
