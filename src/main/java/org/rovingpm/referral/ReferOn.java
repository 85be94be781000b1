package org.rovingpm.referral;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refers the practices of a case to another place: they are told of it, and turn to it themselves if they wish. The place is told
 * nothing, and the case goes on as it was.
 */
@Component
public class ReferOn {

    /** The title of its entry on the timeline. */
    public static final String REFERRED = "Practice referred on";

    /**
     * Where to, and why.
     *
     * @param referralReason what the place can help with, in words that the practice reads
     */
    public record Form(
            @NotNull(message = "Choose to where you refer the practice.") ReferralPlace referralPlace,

            @NotNull(message = "Say what the place can help with.") @PlainText(label = "What the place can help with", max = 1000)
            String referralReason) {}

    private final SupportCases cases;
    private final OnwardReferrals referrals;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReferOn(
            SupportCases cases,
            OnwardReferrals referrals,
            Timeline timeline,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.cases = cases;
        this.referrals = referrals;
        this.timeline = timeline;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Refuses where the case has ended. */
    public void refuseUnlessPossible(CaseReference reference) {
        cases.get(reference).refuseUnlessOpen();
    }

    /**
     * Refuses a place that is no longer offered, and one to which the practice was referred on the same day already.
     *
     * @param who user id of the person who refers it
     */
    @Transactional
    public void refer(CaseReference reference, Form form, String who) {
        cases.lock(reference);
        refuseUnlessPossible(reference);
        ReferralPlace place = form.referralPlace();
        if (!place.inUse()) {
            throw new Refusal(
                    "referralPlace", "“%s” is no longer offered: choose another place.".formatted(place.label()));
        }
        LocalDate today = LocalDate.now(clock);
        if (referrals.of(reference).stream()
                .anyMatch(one -> one.place().code().equals(place.code())
                        && LocalDate.ofInstant(one.at(), clock.getZone()).equals(today))) {
            throw new Refusal(
                    "referralPlace",
                    "Case %s has been referred to “%s” today already.".formatted(reference, place.label()));
        }
        long id = jdbc.sql("""
                insert into onward_referral (case_reference, place, reason, referred_at, referred_by)
                values (:reference, :place, :reason, :now, :who) returning id""")
                .param("reference", reference.value())
                .param("place", place.code())
                .param("reason", form.referralReason())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .query(Long.class)
                .single();
        timeline.add(reference, who, REFERRED, null, place.label(), form.referralReason());
        events.publishEvent(new ReferredOn(reference, id));
    }
}
