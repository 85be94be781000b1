package org.rovingpm.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.engine.Decisions;
import org.rovingpm.matching.shortlist.Candidate;
import org.rovingpm.matching.shortlist.Shortlist;
import org.rovingpm.practice.Practice;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class PreferenceTest extends MatchingTest {

    @Autowired
    private Decisions decisions;

    private double skills;
    private double distance;
    private double history;
    private double fairness;
    private double near;
    private double far;

    @BeforeEach
    void theWeightsInForce() {
        Map<String, Object> decided = decisions.single("matching-weights", Map.of("rag", "AMBER"));
        skills = number(decided, "skills");
        distance = number(decided, "distance");
        history = number(decided, "history");
        fairness = number(decided, "fairness");
        near = number(decided, "nearMiles");
        far = number(decided, "farMiles");
    }

    private static double number(Map<String, Object> decided, String name) {
        return ((Number) decided.get(name)).doubleValue();
    }

    private void scores(Candidate candidate, double points) {
        assertThat(candidate.score()).isEqualByComparingTo(BigDecimal.valueOf(Math.round(points * 10) / 10.0));
    }

    private double everything() {
        return skills + distance + history / 2 + fairness;
    }

    @Test
    void aNewPmNearbyWithAllSkillsScoresAllButHistory() {
        Candidate candidate =
                candidate(matchingCase(), pm("pm-1").miles(near - 1).joins());
        scores(candidate, everything());
        assertThat(candidate.why())
                .containsExactly(
                        "Has finances and CQC skills",
                        "%.1f miles away".formatted(near - 1),
                        "No work in the last 12 months");
    }

    @Test
    void aPmWhoWasAtAnyPracticeOfACaseKnowsIt() {
        String known = pm("pm-1").joins();
        Practice second = practice();
        placed(known, second, "1", TODAY.minusWeeks(8), TODAY.minusWeeks(4), TODAY.minusWeeks(4));
        CaseReference reference = matchingCase();
        assertThat(candidate(reference, known).why()).doesNotContain("Knows the practice");

        scheme.join(reference.value(), second);
        assertThat(candidate(reference, known).why()).contains("Knows the practice");
    }

    @Test
    void skillsCountByTheShareOfWhatIsNeeded() {
        String half = pm("pm-1").skills("FINANCES", "MERGER").joins();
        String none = pm("pm-2").skills("MERGER").joins();
        CaseReference reference = matchingCase();
        scores(candidate(reference, half), everything() - skills / 2);
        scores(candidate(reference, none), everything() - skills);
        assertThat(candidate(reference, half).why()).contains("Has finances skills, but not CQC");
        assertThat(candidate(reference, none).why()).contains("No finances and CQC skills");
    }

    @Test
    void distanceCountsFromNearToFar() {
        CaseReference reference = matchingCase();
        scores(candidate(reference, pm("pm-near").miles(near).joins()), everything());
        scores(candidate(reference, pm("pm-half").miles((near + far) / 2).joins()), everything() - distance / 2);
        scores(candidate(reference, pm("pm-far").miles(far).joins()), everything() - distance);
        scores(candidate(reference, pm("pm-further").miles(far + 50).joins()), everything() - distance);
    }

    @Test
    void aDistanceThatIsNotKnownCountsHalf() {
        String pm = pm("pm-1").joins();
        jdbc.sql("update roving_pm set home_postcode = 'ZE1 0AA' where user_id = ?")
                .params(pm)
                .update();
        Candidate candidate = candidate(matchingCase(), pm);
        scores(candidate, everything() - distance / 2);
        assertThat(candidate.why()).contains("Distance not known");
        assertThat(candidate.miles()).isNull();
    }

    @Test
    void whereOnlyTheOutwardCodeIsKnownTheDistanceIsAGuess() {
        String pm = pm("pm-1").miles(6).joins();
        jdbc.sql("update roving_pm set home_postcode = 'ZE1 0AA' where user_id = ?")
                .params(pm)
                .update();
        jdbc.sql(
                        "insert into outcode_position (outcode, latitude, longitude, averaged) values ('ZE1', 53.05, -1.15, false)")
                .update();
        assertThat(candidate(matchingCase(), pm).why()).contains("About 7 miles away");
    }

    @Test
    void knowingThePracticeCountsInFull() {
        String pm = pm("pm-1").joins();
        placed(pm, practice, "2", TODAY.minusYears(3), TODAY.minusYears(2), TODAY.minusYears(2));
        Candidate candidate = candidate(matchingCase(), pm);
        scores(candidate, everything() + history / 2);
        assertThat(candidate.why()).contains("Knows the practice");
    }

    @Test
    void aPracticeThatWantedAnotherPmDoesNotCountAsKnown() {
        String pm = pm("pm-1").joins();
        placed(pm, practice, "2", TODAY.minusYears(3), TODAY.minusYears(2), TODAY.minusYears(2));
        jdbc.sql("update placement set end_reason = 'PRACTICE_WANTED_ANOTHER' where pm = ?")
                .params(pm)
                .update();
        assertThat(candidate(matchingCase(), pm).why()).doesNotContain("Knows the practice");
    }

    @Test
    void anEarlierRefusalOfTheCaseCountsAgainstAndIsShown() {
        String pm = pm("pm-1").joins();
        CaseReference reference = matchingCase();
        offer(reference, pm);
        answer(reference, pm, RespondToOffer.Answer.DECLINE);
        Candidate candidate = candidate(reference, pm);
        assertThat(candidate.suitable()).isTrue();
        scores(candidate, everything() - history / 2);
        assertThat(candidate.why()).contains("Declined when this case was offered before, on 23 November 2026");
        scores(candidate(matchingCase(), pm), everything());
    }

    @Test
    void havingLeftTheCaseCountsAgainst() {
        String pm = pm("pm-1").joins();
        CaseReference reference = placed(pm, practice, "2", TODAY.minusDays(7), END, TODAY.minusDays(1));
        Candidate candidate = candidate(reference, pm);
        assertThat(candidate.why()).contains("Was placed in this case before, until 22 November 2026");
        assertThat(candidate.score().doubleValue()).isLessThan(everything() - history / 2 + 0.1);
    }

    @Test
    void whoHasWorkedLessComesFirst() {
        String busy = pm("pm-busy").sessions("4").joins();
        String idle = pm("pm-idle").sessions("4").joins();
        placed(busy, practice(), "4", TODAY.minusWeeks(26), TODAY, TODAY.minusDays(1));
        CaseReference reference = matchingCase();
        assertThat(suitable(reference)).containsExactly(idle, busy);
        double worked = (26 * 7 - 1) / 7.0 / 52;
        scores(candidate(reference, busy), everything() - fairness * worked);
        assertThat(candidate(reference, busy).why()).contains("Gave 50% of their sessions in the last 12 months");
    }

    @Test
    void workOfMoreThanAYearAgoIsForgotten() {
        String pm = pm("pm-1").joins();
        placed(pm, practice(), "4", TODAY.minusYears(3), TODAY.minusYears(2), TODAY.minusYears(1));
        assertThat(candidate(matchingCase(), pm).why()).contains("No work in the last 12 months");
    }

    @Test
    void equalScoresAreInTheOrderOfNames() {
        List<String> ids = List.of("pm-c", "pm-a", "pm-b");
        ids.forEach(id -> pm(id).joins());
        assertThat(suitable(matchingCase())).containsExactly("pm-a", "pm-b", "pm-c");
    }

    @Test
    void listsTwentyOfEachAndCountsTheRest() {
        IntStream.range(0, 23)
                .forEach(number -> pm("pm-a%02d".formatted(number)).joins());
        IntStream.range(0, 22)
                .forEach(
                        number -> pm("pm-b%02d".formatted(number)).sessions("1").joins());
        Shortlist shortlist = drawUpShortlist.of(matchingCase());
        assertThat(shortlist.suitable()).hasSize(20);
        assertThat(shortlist.moreSuitable()).isEqualTo(3);
        assertThat(shortlist.unsuitable()).hasSize(20);
        assertThat(shortlist.moreUnsuitable()).isEqualTo(2);
    }

    @Test
    void aPracticeWithoutAPositionStillGetsAShortlist() {
        Practice lost = practice();
        jdbc.sql("update practice set postcode = null where ods_code = ?")
                .params(lost.code().value())
                .update();
        String pm = pm("pm-1").joins();
        assertThat(candidate(matchingCase(lost, "2"), pm).why()).contains("Distance not known");
    }
}
