package org.rovingpm.hiddencase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class KeepOutTest {

    private static final String MANAGER = "sam.manager";

    @Autowired
    private KeepOut keepOut;

    @Autowired
    private HiddenCases hiddenCases;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;
    private String person;

    @BeforeEach
    void aCaseAndSomebodyOfTheOffice() {
        reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER);
        person = people.with(Role.COORDINATOR);
    }

    private KeptOut keepOut() {
        keepOut.keepOut(new KeepOut.Form(reference.value(), person, "They fell out with the partner."), MANAGER);
        return keepOut.all(MANAGER, 0, 1).get(0);
    }

    @Test
    void theCaseIsHiddenFromThemUntilThatIsLiftedAndBothAreOnItsTimeline() {
        KeptOut kept = keepOut();
        assertThat(hiddenCases.whoMaySee(reference, List.of(person, MANAGER))).containsExactly(MANAGER);

        keepOut.lift(kept, new KeepOut.Lift("They have made up."), MANAGER);

        assertThat(hiddenCases.whoMaySee(reference, List.of(person))).containsExactly(person);
        assertThat(timeline.latest(reference, 2))
                .extracting(Timeline.Entry::what, Timeline.Entry::reason)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "Person no longer kept out of the case", "They have made up."),
                        org.assertj.core.api.Assertions.tuple(
                                "Person kept out of the case", "They fell out with the partner."));
    }

    @Test
    void nobodyLetsThemselvesIn() {
        KeptOut kept = keepOut();

        assertThatThrownBy(() -> keepOut.lift(kept, new KeepOut.Lift("I am fine."), person))
                .hasMessageContaining("ask a colleague");
        assertThat(hiddenCases.hides(reference, person)).isTrue();
    }

    @Test
    void anUnknownCaseAndOneThatIsHiddenFromTheManagerAreRefusedInTheSameWords() {
        OdsCode practice = cases.get(reference).leadingPractice();
        declareInterest.declare(MANAGER, practice, "My own practice.");
        String hidden = refusalOf(reference.value());

        assertThat(hidden).contains("no such case").isEqualTo(refusalOf("RPM-2026-0000"));
    }

    private String refusalOf(String number) {
        try {
            keepOut.keepOut(new KeepOut.Form(number, person, "A reason."), MANAGER);
            return "";
        } catch (RuntimeException refusal) {
            return refusal.getMessage();
        }
    }

    @Test
    void aManagerDoesNotSeeWhoIsKeptOutOfACaseThatIsHiddenFromThem() {
        KeptOut kept = keepOut();
        declareInterest.declare(MANAGER, cases.get(reference).leadingPractice(), "My own practice.");

        assertThat(keepOut.all(MANAGER, 0, 200)).extracting(KeptOut::id).doesNotContain(kept.id());
        assertThat(keepOut.find(kept.id(), MANAGER)).isEmpty();
    }

    @Test
    void somebodyWithoutAnAccountAndSomebodyWhoIsKeptOutAlreadyAreRefused() {
        keepOut();
        assertThatThrownBy(() -> keepOut.keepOut(new KeepOut.Form(reference.value(), person, "Again."), MANAGER))
                .hasMessageContaining("kept out of this case already");
        assertThatThrownBy(() -> keepOut.keepOut(new KeepOut.Form(reference.value(), "nobody", "A reason."), MANAGER))
                .hasMessageContaining("nobody with this user name");
    }
}
