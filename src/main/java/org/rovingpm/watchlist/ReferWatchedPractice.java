package org.rovingpm.watchlist;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.request.BeginReferral;
import org.rovingpm.supportcase.request.ReferralOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refers a watched practice once it has agreed. The referral begins with the practice and its consent, and nothing else of what is
 * written here: whatever the case is to know, the practice has said to whoever refers it.
 */
@Component
public class ReferWatchedPractice {

    private static final String REFERRED = "Referred with the practice's consent";

    /** Who at the practice agreed, and when. */
    public record Consent(
            @NotNull(message = "Say who at the practice agreed to the referral: the scheme acts only with consent.") @PlainText(label = "Who gave consent", max = 200, oneLine = true)
            String consentGivenBy,

            @NotNull(message = "Give the date on which the practice agreed to the referral.") LocalDate consentOn) {}

    private final WatchList watchList;
    private final BeginReferral beginReferral;
    private final SupportCases cases;
    private final Clock clock;

    ReferWatchedPractice(WatchList watchList, BeginReferral beginReferral, SupportCases cases, Clock clock) {
        this.watchList = watchList;
        this.beginReferral = beginReferral;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Begins the referral. The practice stays on the list until the referral is sent.
     *
     * @return the request that was begun
     * @throws ChangedMeanwhile if somebody has written about it since
     */
    @Transactional
    public BeginReferral.Begun begin(Watcher watcher, long id, int version, Consent consent) {
        WatchedPractice watched = WatchPractice.current(watchList, watcher, id, version);
        if (consent.consentOn().isAfter(LocalDate.now(clock))) {
            throw new Refusal("consentOn", "The date of the consent is in the future: consent comes first.");
        }
        BeginReferral.Begun begun = beginReferral.begin(
                watched.practice(), consent.consentGivenBy(), consent.consentOn(), watcher.person());
        watchList.beginReferral(watcher, watched.id(), begun.request());
        return begun;
    }

    /** Only of the practice that was watched: on the pages of a referral another one can still be chosen. */
    @EventListener
    void referred(ReferralOpened referral) {
        Watcher watcher = Watcher.whoBegan(referral.referrer());
        watchList
                .referredBy(watcher, referral.request())
                .filter(watched -> watched.practice()
                        .equals(cases.get(referral.reference()).leadingPractice()))
                .ifPresent(watched -> watchList.end(watcher, watched.id(), REFERRED, referral.reference()));
    }
}
