package org.rovingpm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rovingpm.assessment.AgreeRag;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.matching.ChoosePm.Decision;
import org.rovingpm.matching.shortlist.OfferStatus;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.HoldCase;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.closure.CloseCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class ChoosePmTest extends MatchingTest {

    @Autowired
    private ServiceLevels serviceLevels;

    @Autowired
    private AgreeRag agreeRag;

    @Autowired
    private HoldCase holdCase;

    @Autowired
    private CloseCase closeCase;

    @Autowired
    private WithdrawOffer withdrawOffer;

    private ChoosePm.Offered choose(CaseReference reference, Decision decision, String pm, String reason) {
        return choosePm.choose(reference, new ChoosePm.Form(decision, pm, reason), "service-manager");
    }

    @Test
    void theFirstOfTheShortlistNeedsNoReason() {
        String pm = pm("pm-1").joins();
        pm("pm-2").miles(30).joins();
        CaseReference reference = matchingCase();

        ChoosePm.Offered offered = choose(reference, Decision.CHOOSE, pm, null);

        assertThat(offered.pm()).isEqualTo(pm);
        Offer offer = offers.open(reference).orElseThrow();
        assertThat(offer.madeBy()).isEqualTo("service-manager");
        assertThat(offer.expiresAt()).isEqualTo(serviceLevels.due("AMBER", Offer.DEADLINE, offer.madeAt()));
        Timeline.Entry entry = timeline.latest(reference).orElseThrow();
        assertThat(entry.what()).isEqualTo("Placement offered");
        assertThat(entry.newValue()).isEqualTo("Test pm-1, 1 of 2 on the shortlist");
    }

    @Test
    void anybodyElseNeedsAReason() {
        pm("pm-1").joins();
        String second = pm("pm-2").miles(30).joins();
        CaseReference reference = matchingCase();

        assertThat(refusalOf(() -> choose(reference, Decision.CHOOSE, second, null)))
                .isEqualTo("Say why you chose Test pm-2 and not Test pm-1, who is first on the shortlist.");
        choose(reference, Decision.CHOOSE, second, "They know the federation.");
        assertThat(offers.open(reference).orElseThrow().choiceReason()).isEqualTo("They know the federation.");
        assertThat(timeline.latest(reference).orElseThrow().reason()).isEqualTo("They know the federation.");
    }

    @Test
    void noReasonOverridesAnEligibilityRule() {
        String pm = pm("pm-1").status(RosterStatus.PAUSED).joins();
        assertThat(refusalOf(() -> choose(matchingCase(), Decision.CHOOSE, pm, "We need them.")))
                .isEqualTo(
                        "Test pm-1 cannot be offered this placement: Is paused. Choose somebody else from the shortlist.");
    }

    @Test
    void refusesNobodyAndStrangers() {
        CaseReference reference = matchingCase();
        assertThat(refusalOf(() -> choose(reference, Decision.CHOOSE, null, null)))
                .isEqualTo("Choose a PM from the shortlist.");
        assertThat(refusalOf(() -> choose(reference, Decision.CHOOSE, "pm-unknown", "Why not")))
                .isEqualTo("This PM is not on the roster: choose one from the shortlist.");
    }

    @Test
    void thatNobodyIsSuitableNeedsAReason() {
        CaseReference reference = matchingCase();
        assertThat(refusalOf(() -> choose(reference, Decision.NOBODY_SUITABLE, null, null)))
                .isEqualTo("Say why nobody on the shortlist is suitable.");
        assertThat(choose(reference, Decision.NOBODY_SUITABLE, null, "All are too far away."))
                .isNull();
        assertThat(timeline.latest(reference).orElseThrow().reason()).isEqualTo("All are too far away.");
    }

    @Test
    void aCaseIsOfferedToOnePmAtATime() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        offer(reference, pm);
        assertThat(refusalOf(() -> offer(reference, pm))).contains("has already been offered");
        assertThatThrownBy(() -> jdbc.sql("""
            insert into offer (case_reference, pm, sessions_a_week, starts_on, ends_on, made_at, made_by, expires_at)
            select case_reference, pm, 1, starts_on, ends_on, made_at, made_by, expires_at from offer where case_reference = ?""").params(reference.value()).update())
                .hasMessageContaining("offer_open");
    }

    @Test
    void refusesWhereNoPmIsLookedFor() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        offer(reference, pm);
        answer(reference, pm, RespondToOffer.Answer.ACCEPT);
        assertThat(refusalOf(() -> offer(reference, pm)))
                .isEqualTo("Case %s is not looking for a PM: it is at “Introducing the PM”.".formatted(reference));
    }

    @Test
    void refusesWhileTheCaseIsOnHold() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        holdCase.hold(reference, TODAY.plusDays(7), "The partners are away.", "coordinator");
        assertThat(refusalOf(() -> offer(reference, pm))).contains("is on hold");
    }

    @Test
    void theDeadlineFollowsTheRating() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        offer(reference, pm);
        clock.setTo("2026-11-23T10:00");
        agreeRag.agree(reference, Rag.RED, "Inspection announced.", "Test Contact", "service-manager");
        Offer offer = offers.open(reference).orElseThrow();
        assertThat(offer.expiresAt())
                .isEqualTo(serviceLevels.due("RED", Offer.DEADLINE, offer.madeAt()))
                .isNotEqualTo(serviceLevels.due("AMBER", Offer.DEADLINE, offer.madeAt()));
    }

    @Test
    void aRatingCanChangeAlsoWhereTheServiceLevelsWereShorterWhenTheOfferWasMade() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        offer(reference, pm);
        jdbc.sql("update offer set expires_at = expires_at - interval '2 hours' where case_reference = ?")
                .params(reference.value())
                .update();
        agreeRag.agree(reference, Rag.GREEN, "The inspection is off.", "Test Contact", "service-manager");
        Offer offer = offers.open(reference).orElseThrow();
        assertThat(offer.expiresAt()).isEqualTo(serviceLevels.due("GREEN", Offer.DEADLINE, offer.madeAt()));
    }

    @Test
    void theDeadlineMovesByTheTimeOnHold() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        offer(reference, pm);
        holdCase.hold(reference, TODAY.plusDays(30), "The partners are away.", "coordinator");
        clock.setTo("2026-11-30T11:00");
        holdCase.resume(reference, "They are back.", "coordinator");
        Offer offer = offers.open(reference).orElseThrow();
        assertThat(offer.expiresAt())
                .isBetween(
                        serviceLevels.due(
                                "AMBER", Offer.DEADLINE, clock.instant().minusSeconds(60)),
                        serviceLevels.due("AMBER", Offer.DEADLINE, clock.instant()));
    }

    @Test
    void theEndOfTheCaseWithdrawsTheOffer() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        offer(reference, pm);
        closeCase.begin(reference, "coordinator");
        assertThat(offers.open(reference)).isEmpty();
        assertThat(offers.ended(reference))
                .singleElement()
                .extracting(Offer::status)
                .isEqualTo(OfferStatus.WITHDRAWN);
        assertThat(candidate(reference, pm).why()).noneMatch(reason -> reason.contains("offered before"));
    }

    @Test
    void silenceExpiresTheOfferOnceAndFreesTheSessions() {
        String pm = pm("pm-1").sessions("2").joins();
        CaseReference reference = matchingCase();
        CaseReference other = matchingCase();
        offer(reference, pm);
        assertThat(suitable(other)).isEmpty();
        withdrawOffer.afterSilence(reference, "system");
        withdrawOffer.afterSilence(reference, "system");
        assertThat(offers.ended(reference))
                .singleElement()
                .extracting(Offer::status)
                .isEqualTo(OfferStatus.EXPIRED);
        assertThat(story(reference))
                .filteredOn("Offer withdrawn: no answer in time"::equals)
                .hasSize(1);
        assertThat(suitable(other)).containsExactly(pm);
        assertThat(candidate(reference, pm).why())
                .contains("Gave no answer in time when this case was offered before, on 23 November 2026");
    }

    @Test
    void thatNobodySuitsIsNotedOnce() {
        CaseReference reference = matchingCase();
        drawUpShortlist.draw(reference);
        drawUpShortlist.draw(reference);
        assertThat(story(reference)).filteredOn("No suitable PM found"::equals).hasSize(1);
    }
}
