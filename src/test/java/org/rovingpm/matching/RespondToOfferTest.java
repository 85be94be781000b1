package org.rovingpm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.matching.RespondToOffer.Answer;
import org.rovingpm.matching.shortlist.OfferStatus;
import org.rovingpm.practice.Practice;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class RespondToOfferTest extends MatchingTest {

    @Autowired
    private SupportCases cases;

    @Autowired
    private WithdrawOffer withdrawOffer;

    private String pm;
    private CaseReference reference;

    @BeforeEach
    void anOffer() {
        pm = pm("pm-1").sessions("2").joins();
        reference = matchingCase();
        offer(reference, pm);
    }

    private boolean respond(Answer answer, Boolean noConflict, String reason) {
        return respondToOffer.respond(reference, new RespondToOffer.Form(answer, noConflict, reason), pm);
    }

    @Test
    void acceptanceStartsThePlacement() {
        assertThat(respond(Answer.ACCEPT, true, null)).isTrue();
        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.INTRODUCING);
        assertThat(offers.ended(reference))
                .singleElement()
                .extracting(Offer::status)
                .isEqualTo(OfferStatus.ACCEPTED);
        assertThat(story(reference)).contains("Offer accepted, no conflict of interest declared");
        assertThat(suitable(matchingCase())).isEmpty();
    }

    @Test
    void acceptanceNeedsTheDeclarationThatThereIsNoConflict() {
        String sentence =
                "Confirm that you have no conflict of interest with this practice, or declare an interest instead.";
        assertThat(refusalOf(() -> respond(Answer.ACCEPT, null, null))).isEqualTo(sentence);
        assertThat(refusalOf(() -> respond(Answer.ACCEPT, false, null))).isEqualTo(sentence);
    }

    @Test
    void acceptanceChecksTheEligibilityRulesAgain() {
        pm("pm-1").sessions("2").status(RosterStatus.PAUSED).joins();
        assertThat(refusalOf(() -> respond(Answer.ACCEPT, true, null)))
                .isEqualTo(
                        "You cannot accept this placement now: Is paused. Speak to the service manager, or decline.");
        assertThat(respond(Answer.DECLINE, null, "I am away.")).isFalse();
    }

    @Test
    void aRefusalNeedsAReasonAndIsShownLater() {
        assertThat(refusalOf(() -> respond(Answer.DECLINE, null, null))).isEqualTo("Say why you decline.");
        assertThat(respond(Answer.DECLINE, null, "I am away.")).isFalse();
        assertThat(offers.ended(reference))
                .singleElement()
                .extracting(Offer::answerReason)
                .isEqualTo("I am away.");
        assertThat(suitable(reference)).containsExactly(pm);
    }

    @Test
    void anInterestIsRecordedAndStaysABarrier() {
        assertThat(refusalOf(() -> respond(Answer.DECLARE_INTEREST, null, null)))
                .isEqualTo("Say what the interest is.");
        assertThat(respond(Answer.DECLARE_INTEREST, true, "My sister works there."))
                .isFalse();
        CaseReference later = matchingCase();
        clock.setTo("2029-11-23T09:00");
        pm("pm-1").dbs(TODAY.plusYears(5)).agreement(TODAY.plusYears(5)).joins();
        assertThat(candidate(reference, pm).whyNot())
                .containsExactly("Declared an interest in the practice on 23 November 2026");
        assertThat(candidate(later, pm).suitable()).isFalse();
        assertThat(refusalOf(() -> offer(reference, pm))).contains("Declared an interest");
    }

    @Test
    void anInterestInACaseOfSeveralPracticesIsABarrierToEach() {
        Practice second = practice();
        scheme.join(reference.value(), second);
        respond(Answer.DECLARE_INTEREST, true, "My sister works there.");

        assertThat(candidate(matchingCase(), pm).suitable()).isFalse();
        assertThat(candidate(matchingCase(second, "2"), pm).suitable()).isFalse();
    }

    @Test
    void nobodyAnswersForSomebodyElse() {
        String other = pm("pm-2").joins();
        assertThat(refusalOf(() -> answer(reference, other, Answer.ACCEPT)))
                .isEqualTo("This offer was made to Test pm-1: only they can answer it.");
        assertThat(refusalOf(() -> answer(reference, "service-manager", Answer.DECLINE)))
                .contains("only they can answer it");
        assertThat(offers.open(reference)).isPresent();
    }

    @Test
    void anAnswerCountsOnce() {
        respond(Answer.DECLINE, null, "I am away.");
        assertThat(refusalOf(() -> respond(Answer.ACCEPT, true, null)))
                .isEqualTo("This offer has ended: it has been answered, or withdrawn because its deadline passed.");
    }

    @Test
    void anExpiredOfferCannotBeAccepted() {
        withdrawOffer.afterSilence(reference, "system");
        assertThat(refusalOf(() -> respond(Answer.ACCEPT, true, null))).startsWith("This offer has ended");
    }

    @Test
    void anAcceptedOfferDoesNotExpire() {
        respond(Answer.ACCEPT, true, null);
        withdrawOffer.afterSilence(reference, "system");
        assertThat(offers.ended(reference))
                .singleElement()
                .extracting(Offer::status)
                .isEqualTo(OfferStatus.ACCEPTED);
    }

    @Test
    void anAnswerIsNeverRewritten() {
        respond(Answer.DECLINE, null, "I am away.");
        assertThatThrownBy(() -> jdbc.sql("update offer set status = 'ACCEPTED' where case_reference = ?")
                        .params(reference.value())
                        .update())
                .hasMessageContaining("An answered offer never changes");
    }
}
