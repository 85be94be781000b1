package org.rovingpm.hiddencase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class DeclareInterestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String PERSON = "casey.coordinator";
    private static final String MANAGER = "sam.manager";

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private DeclaredInterests interests;

    @Autowired
    private InterestKinds kinds;

    @Autowired
    private HiddenCases hiddenCases;

    @Autowired
    private SupportCases cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private CaseReference reference;
    private OdsCode practice;

    @BeforeEach
    void aCaseOfAPractice() {
        reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER);
        practice = cases.get(reference).leadingPractice();
    }

    private DeclareInterest.Form form(LocalDate since, LocalDate until) {
        return new DeclareInterest.Form(practice.value(), kinds.get("FAMILY"), "My sister is a partner.", since, until);
    }

    private DeclaredInterest declared() {
        declareInterest.declare(PERSON, form(TODAY.minusYears(2), null), PERSON);
        return interests.of(PERSON).get(0);
    }

    private void refuses(DeclareInterest.Form form, String field, String sentence) {
        assertThatThrownBy(() -> declareInterest.declare(PERSON, form, PERSON))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems()).anySatisfy(problem -> {
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.sentence()).contains(sentence);
                        }));
        assertThat(interests.of(PERSON)).isEmpty();
    }

    @Test
    void anInterestHidesTheCasesOfThePracticeFromThePersonAtOnceAndFromNobodyElse() {
        CaseReference another = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);

        declared();

        assertThat(hiddenCases.whoMaySee(reference, List.of(PERSON, MANAGER))).containsExactly(MANAGER);
        assertThat(hiddenCases.hides(reference, PERSON)).isTrue();
        assertThat(hiddenCases.hides(reference, MANAGER)).isFalse();
        assertThat(hiddenCases.whoMaySee(another, List.of(PERSON))).containsExactly(PERSON);
    }

    @Test
    void itHidesThemUpToItsLastDay() {
        declareInterest.declare(PERSON, form(TODAY, TODAY.plusDays(10)), PERSON);

        clock.setTo("2026-12-03T17:00");
        assertThat(hiddenCases.hides(reference, PERSON)).isTrue();
        clock.setTo("2026-12-04T00:00");
        assertThat(hiddenCases.hides(reference, PERSON)).isFalse();
    }

    @Test
    void oneThatIsOverMakesRoomForAnother() {
        declareInterest.declare(PERSON, form(TODAY, TODAY), PERSON);
        clock.setTo("2026-12-04T09:00");

        declareInterest.declare(PERSON, form(TODAY, null), PERSON);

        assertThat(interests.of(PERSON))
                .extracting(DeclaredInterest::endReason)
                .containsExactly(null, "Its last day had passed");
    }

    @Test
    void aChangeEndsOneAndBeginsAnother() {
        DeclaredInterest before = declared();

        declareInterest.change(
                before,
                new DeclareInterest.Form(practice.value(), kinds.get("MONEY"), "I own the building.", TODAY, null),
                PERSON);

        assertThat(interests.of(PERSON))
                .extracting(DeclaredInterest::reason)
                .containsExactly("I own the building.", "My sister is a partner.");
        assertThat(interests.find(before.id()).orElseThrow().endedBy()).isEqualTo(PERSON);
        assertThat(hiddenCases.hides(reference, PERSON)).isTrue();
    }

    @Test
    void whatHasEndedHidesNothingAndStaysOnRecord() {
        DeclaredInterest declared = declared();

        declareInterest.end(declared, new DeclareInterest.End("She has retired."), PERSON);

        assertThat(hiddenCases.hides(reference, PERSON)).isFalse();
        assertThat(interests.of(PERSON)).extracting(DeclaredInterest::endReason).containsExactly("She has retired.");
        assertThatThrownBy(() -> declareInterest.end(declared, new DeclareInterest.End("Again."), PERSON))
                .hasMessageContaining("has ended already");
    }

    @Test
    void theDatabaseLetsNobodyRewriteOne() {
        declared();

        assertThatThrownBy(() -> jdbc.sql("update declared_interest set reason = 'None.' where person = ?")
                        .param(PERSON)
                        .update())
                .hasMessageContaining("never rewritten");
    }

    @Test
    void itIsToBeConfirmedAfterAYear() {
        DeclaredInterest declared = declared();
        assertThat(declared.isToConfirmOn(TODAY.plusYears(1).minusDays(1))).isFalse();
        assertThat(declared.isToConfirmOn(TODAY.plusYears(1))).isTrue();

        clock.setTo("2027-11-23T09:00");
        assertThat(unconfirmed()).containsExactly(PERSON);
        declareInterest.confirm(declared);

        assertThat(unconfirmed()).isEmpty();
        assertThat(interests.find(declared.id()).orElseThrow().isToConfirmOn(TODAY.plusYears(1)))
                .isFalse();
    }

    private List<String> unconfirmed() {
        return jdbc.sql("select person from published_unconfirmed_interests(?) where person = ?")
                .params(LocalDate.now(clock), PERSON)
                .query(String.class)
                .list();
    }

    @Test
    void aServiceManagerPutsOneOnRecordForSomebody() {
        declareInterest.declare(PERSON, form(TODAY, null), MANAGER);

        assertThat(interests.of(PERSON)).singleElement().satisfies(one -> {
            assertThat(one.declaredBy()).isEqualTo(MANAGER);
            assertThat(one.person()).isEqualTo(PERSON);
        });
        assertThat(hiddenCases.hides(reference, MANAGER)).isFalse();
    }

    @Test
    void asksForAPracticeAndForDatesThatCanBe() {
        refuses(
                new DeclareInterest.Form("X99999", kinds.get("FAMILY"), "My sister.", TODAY, null),
                "practice",
                "no such practice");
        refuses(form(TODAY.plusDays(1), null), "since", "in the future");
        refuses(form(TODAY.minusYears(81), null), "since", "check the year");
        refuses(form(TODAY.minusYears(1), TODAY.minusDays(1)), "until", "has passed");
        refuses(form(TODAY, TODAY.plusYears(81)), "until", "check the year");
    }

    @Test
    void aSecondOneInTheSamePracticeIsRefused() {
        declared();

        assertThatThrownBy(() -> declareInterest.declare(PERSON, form(TODAY, null), PERSON))
                .hasMessageContaining("declared already");
    }
}
