package org.rovingpm.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.shortlist.Shortlist;
import org.rovingpm.practice.Practice;
import org.rovingpm.roster.Block;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class EligibilityRuleTest extends MatchingTest {

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private Block block;

    private void suits(String pm) {
        assertThat(candidate(matchingCase(), pm).whyNot()).isEmpty();
    }

    private void doesNotSuit(String pm, String whyNot) {
        doesNotSuit(matchingCase(), pm, whyNot);
    }

    private void doesNotSuit(CaseReference reference, String pm, String whyNot) {
        assertThat(candidate(reference, pm).whyNot()).containsExactly(whyNot);
        assertThat(suitable(reference)).doesNotContain(pm);
    }

    @Test
    void suitsWhoHasAllOfThem() {
        suits(pm("pm-1").dbs(START).agreement(START).sessions("2").joins());
    }

    @Test
    void aPausedPmDoesNotSuit() {
        doesNotSuit(pm("pm-1").status(RosterStatus.PAUSED).joins(), "Is paused");
    }

    @Test
    void whoHasLeftIsNotEvenListed() {
        pm("pm-1").status(RosterStatus.LEFT).joins();
        Shortlist shortlist = drawUpShortlist.of(matchingCase());
        assertThat(shortlist.suitable()).isEmpty();
        assertThat(shortlist.unsuitable()).isEmpty();
    }

    @Test
    void theDbsCheckMustCountOnTheFirstDay() {
        doesNotSuit(
                pm("pm-1").dbs(START.minusDays(1)).joins(),
                "DBS check runs out on 6 December 2026, before the start on 7 December 2026");
        doesNotSuit(pm("pm-2").dbs(TODAY.minusDays(1)).joins(), "DBS check ran out on 22 November 2026");
    }

    @Test
    void theAgreementMustCountOnTheFirstDay() {
        doesNotSuit(
                pm("pm-1").agreement(START.minusDays(1)).joins(),
                "Associate agreement runs out on 6 December 2026, before the start on 7 December 2026");
    }

    @Test
    void aStartThatHasPassedBecomesToday() {
        String pm = pm("pm-1").dbs(START).joins();
        CaseReference reference = matchingCase();
        clock.setTo("2026-12-08T09:00");
        doesNotSuit(reference, pm, "DBS check ran out on 7 December 2026");
    }

    @Test
    void aDeclaredInterestIsABarrierToThatPracticeOnly() {
        String pm = pm("pm-1").joins();
        declareInterest.declare(pm, practice.code(), "My sister works there.");
        doesNotSuit(pm, "Declared an interest in the practice on 23 November 2026");
        assertThat(candidate(matchingCase(practice(), "2"), pm).suitable()).isTrue();
    }

    @Test
    void whoeverIsKeptOutOfACaseDoesNotSuitThatCase() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        jdbc.sql(
                        "insert into kept_out (case_reference, person, reason, kept_out_at, kept_out_by) values (?, ?, 'A quarrel.', now(), 'manager')")
                .params(reference.value(), pm)
                .update();
        doesNotSuit(reference, pm, "Is kept out of this case");
        assertThat(candidate(matchingCase(practice(), "2"), pm).suitable()).isTrue();
    }

    @Test
    void anInterestIsABarrierUntilTheDayItEnds() {
        String pm = pm("pm-1").joins();
        declareInterest.declare(pm, practice.code(), "My sister works there.");
        jdbc.sql("update declared_interest set ended_on = ?, ended_by = 'coordinator', end_reason = 'It is over.'")
                .params(TODAY.plusDays(1))
                .update();
        doesNotSuit(pm, "Declared an interest in the practice on 23 November 2026");
        jdbc.sql("update declared_interest set ended_on = ?, ended_by = 'coordinator', end_reason = 'It is over.'")
                .params(TODAY)
                .update();
        suits(pm);
    }

    @Test
    void aBlockByEitherSideIsABarrier() {
        String pm = pm("pm-1").joins();
        block.block(pm, practice.code(), Block.Side.PM, "We fell out.", "coordinator");
        doesNotSuit(pm, "Does not want to work with this practice");
        String other = pm("pm-2").joins();
        block.block(other, practice.code(), Block.Side.PRACTICE, "They fell out.", "coordinator");
        doesNotSuit(other, "The practice does not want this PM");
        block.block(other, practice.code(), Block.Side.PM, "We fell out.", "coordinator");
        doesNotSuit(other, "Neither the PM nor the practice wants to work with the other");
        assertThat(candidate(matchingCase(practice(), "2"), pm).suitable()).isTrue();
    }

    @Test
    void anInterestInAnyPracticeOfACaseIsABarrier() {
        String pm = pm("pm-1").joins();
        CaseReference merger = matchingCase();
        Practice second = practice();
        scheme.join(merger.value(), second);
        assertThat(candidate(merger, pm).suitable()).isTrue();

        declareInterest.declare(pm, second.code(), "My sister works there.");
        doesNotSuit(merger, pm, "Declared an interest in the practice on 23 November 2026");
        suits(pm);
    }

    @Test
    void aBlockAtAnyPracticeOfACaseIsABarrier() {
        CaseReference merger = matchingCase();
        Practice second = practice();
        scheme.join(merger.value(), second);
        String pm = pm("pm-1").joins();
        block.block(pm, second.code(), Block.Side.PM, "We fell out.", "coordinator");
        doesNotSuit(merger, pm, "Does not want to work with this practice");
        String other = pm("pm-2").joins();
        block.block(other, second.code(), Block.Side.PRACTICE, "They fell out.", "coordinator");
        doesNotSuit(merger, other, "The practice does not want this PM");
        suits(pm);
    }

    @Test
    void aBlockHoldsUntilTheDayItEnds() {
        String pm = pm("pm-1").joins();
        block.block(pm, practice.code(), Block.Side.PM, "We fell out.", "coordinator");
        jdbc.sql("update block set ended_on = ?, ended_by = 'coordinator', end_reason = 'It is over.'")
                .params(TODAY.plusDays(1))
                .update();
        doesNotSuit(pm, "Does not want to work with this practice");
        clock.setTo("2026-11-24T09:00");
        suits(pm);
    }

    @Test
    void theSessionsMustBeFree() {
        String pm = pm("pm-1").sessions("4").joins();
        placed(pm, practice(), "2.5", TODAY.minusWeeks(4), END, null);
        doesNotSuit(pm, "Has 1.5 of 4 sessions a week free from 7 December 2026 to 14 February 2027, 2 needed");
    }

    @Test
    void anOpenOfferElsewhereTakesSessionsToo() {
        String pm = pm("pm-1").sessions("3").joins();
        offer(matchingCase(practice(), "2"), pm);
        doesNotSuit(pm, "Has 1 of 3 sessions a week free from 7 December 2026 to 14 February 2027, 2 needed");
    }

    @Test
    void aPlacementTakesSessionsOnlyWhileItLasts() {
        String pm = pm("pm-1").sessions("2").joins();
        Practice elsewhere = practice();
        placed(pm, elsewhere, "2", TODAY.minusWeeks(30), END, TODAY.minusDays(1));
        placed(pm, elsewhere, "2", TODAY.minusWeeks(4), START.minusDays(1), null);
        placed(pm, elsewhere, "2", END, END.plusWeeks(4), null);
        suits(pm);
    }

    @Test
    void aPlacementThatOutlivesItsExpectedEndHasNoKnownEnd() {
        String pm = pm("pm-1").sessions("2").joins();
        placed(pm, practice(), "2", TODAY.minusWeeks(30), TODAY.minusDays(1), null);
        doesNotSuit(pm, "Has 0 of 2 sessions a week free from 7 December 2026 to 14 February 2027, 2 needed");
    }

    @Test
    void aPlacementThatReachesIntoThePeriodTakesSessions() {
        String first = pm("pm-1").sessions("2").joins();
        placed(first, practice(), "0.5", TODAY, START, null);
        String last = pm("pm-2").sessions("2").joins();
        LocalDate lastDay = END.minusDays(1);
        placed(last, practice(), "0.5", lastDay, lastDay.plusWeeks(1), null);
        CaseReference reference = matchingCase();
        assertThat(candidate(reference, first).suitable()).isFalse();
        assertThat(candidate(reference, last).suitable()).isFalse();
    }

    @Test
    void saysEverythingThatIsMissing() {
        String pm = pm("pm-1")
                .status(RosterStatus.PAUSED)
                .dbs(TODAY.minusDays(1))
                .sessions("1")
                .joins();
        assertThat(candidate(matchingCase(), pm).whyNot()).hasSize(3);
    }
}
