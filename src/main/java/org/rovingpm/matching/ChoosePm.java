package org.rovingpm.matching;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.matching.shortlist.Candidate;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.matching.shortlist.KeptShortlists;
import org.rovingpm.matching.shortlist.Ranking;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offers the placement to a PM on the shortlist, or records that nobody on it is suitable. */
@Component
public class ChoosePm {

    /** What the service manager may decide. */
    public enum Decision {
        CHOOSE,
        NOBODY_SUITABLE
    }

    /**
     * @param pm     user id
     * @param reason needed unless the first on the shortlist is chosen
     */
    public record Form(
            @NotNull(message = "Choose whether to offer the placement to a PM, or that nobody is suitable.") Decision decision,

            @PlainText(label = "The PM", max = 64) String pm,
            @PlainText(label = "The reason") String reason) {}

    /** The offer that was made: to whom, and when it expires. */
    public record Offered(String pm, Instant expiresAt) {}

    private final SupportCases cases;
    private final RovingPms roster;
    private final DrawUpShortlist shortlist;
    private final KeptShortlists keptShortlists;
    private final Offers offers;
    private final ServiceLevels serviceLevels;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChoosePm(
            SupportCases cases,
            RovingPms roster,
            DrawUpShortlist shortlist,
            KeptShortlists keptShortlists,
            Offers offers,
            ServiceLevels serviceLevels,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.roster = roster;
        this.shortlist = shortlist;
        this.keptShortlists = keptShortlists;
        this.offers = offers;
        this.serviceLevels = serviceLevels;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses a PM who does not meet an eligibility rule now, even if the form still listed them.
     *
     * @return the offer, or null if nobody was chosen
     */
    @Transactional
    public Offered choose(CaseReference reference, Form form, String who) {
        boolean chosen = form.decision() == Decision.CHOOSE;
        new Problems()
                .require(!chosen || form.pm() != null, "pm", "Choose a PM from the shortlist.")
                .require(chosen || form.reason() != null, "reason", "Say why nobody on the shortlist is suitable.")
                .refuseIfAny();
        SupportCase supportCase = cases.get(reference);
        refuseUnlessMatching(supportCase);
        if (offers.open(reference).isPresent()) {
            throw new Refusal("Case %s has already been offered to a PM: wait for the answer.".formatted(reference));
        }
        if (!chosen) {
            keptShortlists.keep(shortlist.ranking(supportCase), null, form.reason(), who, clock.instant());
            timeline.add(reference, who, "Nobody on the shortlist chosen", null, null, form.reason());
            return null;
        }
        return offer(supportCase, form, who);
    }

    private Offered offer(SupportCase supportCase, Form form, String who) {
        if (!roster.lock(form.pm())) {
            throw new Refusal("pm", "This PM is not on the roster: choose one from the shortlist.");
        }
        Candidate candidate = shortlist.candidate(supportCase, form.pm()).orElseThrow();
        if (!candidate.suitable()) {
            throw new Refusal(
                    "pm",
                    "%s cannot be offered this placement: %s. Choose somebody else from the shortlist."
                            .formatted(candidate.name(), String.join("; ", candidate.whyNot())));
        }
        Ranking ranking = shortlist.ranking(supportCase);
        int place = ranking.place(form.pm());
        if (place != 1 && form.reason() == null) {
            throw new Refusal(
                    "reason",
                    "Say why you chose %s and not %s, who is first on the shortlist."
                            .formatted(
                                    candidate.name(),
                                    ranking.best().map(Candidate::name).orElse("somebody else")));
        }
        // As precise as the engine's timers, so that the deadline can be calculated again from the time of the offer
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant expiresAt = serviceLevels.due(supportCase.rag().name(), Offer.DEADLINE, now);
        offers.add(ranking.search(), form.pm(), now, who, expiresAt, form.reason());
        keptShortlists.keep(ranking, form.pm(), form.reason(), who, now);
        timeline.add(
                supportCase.reference(),
                who,
                "Placement offered",
                null,
                "%s, %d of %d on the shortlist".formatted(candidate.name(), place, ranking.countSuitable()),
                form.reason());
        events.publishEvent(new OfferMade(supportCase.reference(), form.pm(), who));
        return new Offered(form.pm(), expiresAt);
    }

    static void refuseUnlessMatching(SupportCase supportCase) {
        supportCase.refuseUnlessRunning();
        if (supportCase.stage() != CaseStage.MATCHING) {
            throw new Refusal("Case %s is not looking for a PM: it is at “%s”."
                    .formatted(supportCase.reference(), supportCase.stage().label()));
        }
    }
}
