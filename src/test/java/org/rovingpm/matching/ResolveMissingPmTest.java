package org.rovingpm.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.rovingpm.assessment.Needs;
import org.rovingpm.matching.ResolveMissingPm.Decision;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class ResolveMissingPmTest extends MatchingTest {

    @Autowired
    private ResolveMissingPm resolveMissingPm;

    @Autowired
    private Needs needs;

    private boolean resolve(CaseReference reference, Decision decision, String sessions, LocalDate start) {
        return resolveMissingPm
                .resolve(
                        reference,
                        new ResolveMissingPm.Form(
                                decision,
                                null,
                                null,
                                sessions == null ? null : new BigDecimal(sessions),
                                start,
                                null,
                                null,
                                "Agreed with the practice."),
                        "service-manager")
                .searchAgain();
    }

    private ResolveMissingPm.Resolved choose(CaseReference reference, String pm, String why) {
        return resolveMissingPm.resolve(
                reference,
                new ResolveMissingPm.Form(Decision.CHOOSE, pm, why, null, null, null, null, null),
                "service-manager");
    }

    @Test
    void searchesForLessWhereLessWillDo() {
        String pm = pm("pm-1").sessions("1").joins();
        CaseReference reference = matchingCase();
        assertThat(suitable(reference)).isEmpty();

        assertThat(resolve(reference, Decision.SEARCH_AGAIN, "1", START.plusWeeks(1)))
                .isTrue();

        assertThat(suitable(reference)).containsExactly(pm);
        assertThat(needs.latest(reference).start()).isEqualTo(START.plusWeeks(1));
        Timeline.Entry entry = timeline.latest(reference).orElseThrow();
        assertThat(entry.oldValue()).isEqualTo("2 sessions a week from 7 December 2026");
        assertThat(entry.newValue()).isEqualTo("1 session a week from 14 December 2026");
        assertThat(entry.reason()).isEqualTo("Agreed with the practice.");
    }

    @Test
    void leavesWhatIsNotChanged() {
        CaseReference reference = matchingCase();
        clock.setTo("2027-01-04T09:00");
        assertThat(resolve(reference, Decision.SEARCH_AGAIN, "2", START)).isTrue();
        assertThat(jdbc.sql("select count(*) from need where case_reference = ?")
                        .params(reference.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesAStartInThePastOrFarAway() {
        CaseReference reference = matchingCase();
        assertThat(refusalOf(() -> resolve(reference, Decision.SEARCH_AGAIN, null, TODAY.minusDays(1))))
                .contains("has passed");
        assertThat(refusalOf(() -> resolve(reference, Decision.SEARCH_AGAIN, null, TODAY.plusYears(2))))
                .contains("more than two years away");
    }

    @Test
    void givesUpWithAReason() {
        CaseReference reference = matchingCase();
        assertThat(resolveMissingPm
                        .resolve(
                                reference,
                                new ResolveMissingPm.Form(
                                        Decision.GIVE_UP,
                                        null,
                                        null,
                                        null,
                                        null,
                                        "Nobody is free.",
                                        "The training hub",
                                        "All were asked."),
                                "service-manager")
                        .searchAgain())
                .isFalse();
        Timeline.Entry entry = timeline.latest(reference).orElseThrow();
        assertThat(entry.what()).isEqualTo("Search for a PM stopped");
        assertThat(entry.newValue()).isEqualTo("Nobody is free.");
        assertThat(entry.reason()).isEqualTo("All were asked.");
    }

    @Test
    void refusesToStopWithoutAWordToThePractice() {
        CaseReference reference = matchingCase();
        assertThat(refusalOf(() -> resolve(reference, Decision.GIVE_UP, null, null)))
                .contains("why nobody was found", "where the practice can turn");
    }

    @Test
    void offersThePlacementToSomebodyWhoHasBecomeSuitable() {
        CaseReference reference = matchingCase();
        drawUpShortlist.draw(reference);
        String pm = pm("pm-late").joins();

        assertThat(choose(reference, pm, null).offered().pm()).isEqualTo(pm);

        assertThat(offers.open(reference).orElseThrow().pm()).isEqualTo(pm);
    }

    @Test
    void refusesToOfferToNobodyToSomebodyUnsuitableOrWithoutTheReasonThatIsNeeded() {
        CaseReference reference = matchingCase();
        assertThat(refusalOf(() -> choose(reference, null, null))).contains("Choose a PM who is suitable now.");
        String busy = pm("pm-1").sessions("1").joins();
        assertThat(refusalOf(() -> choose(reference, busy, null))).contains("cannot be offered this placement");
        pm("pm-2").joins();
        String far = pm("pm-3").miles(40).joins();
        assertThat(refusalOf(() -> choose(reference, far, null))).contains("Say why you chose Test pm-3");
        assertThat(offers.open(reference)).isEmpty();
    }

    @Test
    void refusesToSearchOrToStopWithoutAReason() {
        CaseReference reference = matchingCase();
        assertThat(refusalOf(() -> resolveMissingPm.resolve(
                        reference,
                        new ResolveMissingPm.Form(Decision.SEARCH_AGAIN, null, null, null, null, null, null, null),
                        "service-manager")))
                .isEqualTo("Say why.");
    }

    @Test
    void aRepeatedSearchTellsWhoIsNewAndRecordsOnlyAnotherResult() {
        CaseReference reference = matchingCase();
        drawUpShortlist.draw(reference);
        assertThat(drawUpShortlist.repeat(reference)).isFalse();
        pm("pm-1").joins();
        assertThat(drawUpShortlist.repeat(reference)).isTrue();
        assertThat(drawUpShortlist.repeat(reference)).as("the same as before").isFalse();
        pm("pm-1").status(RosterStatus.PAUSED).joins();
        pm("pm-2").joins();
        assertThat(drawUpShortlist.repeat(reference))
                .as("as many as before, and yet somebody new")
                .isTrue();
        pm("pm-2").status(RosterStatus.PAUSED).joins();
        assertThat(drawUpShortlist.repeat(reference)).as("fewer than before").isFalse();
        assertThat(story(reference))
                .filteredOn(what -> what.equals("Shortlist drawn up") || what.equals("No suitable PM found"))
                .containsExactlyInAnyOrder(
                        "No suitable PM found", "Shortlist drawn up", "Shortlist drawn up", "No suitable PM found");
    }
}
