package org.rovingpm.hiddencase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.Scheme;
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
class MakeConfidentialTest {

    private static final String TAKER = "coordinator-71";

    @Autowired
    private MakeConfidential makeConfidential;

    @Autowired
    private OpenInEmergency openInEmergency;

    @Autowired
    private ConfidentialCases confidential;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private HiddenCases hiddenCases;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;
    private String coordinator;
    private String manager;
    private String colleague;

    @BeforeEach
    void aCaseAndThreePeopleOfTheOffice() {
        reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER);
        coordinator = people.with(Role.COORDINATOR);
        manager = people.with(Role.SERVICE_MANAGER);
        colleague = people.with(Role.COORDINATOR);
        scheme.account(TAKER, "coordinator");
    }

    private void make() {
        makeConfidential.make(
                reference, new MakeConfidential.Form("A partner is accused.", List.of(manager)), coordinator);
    }

    private CaseReference requested(String practice, String taker, boolean asked, String... viewers) {
        Map<String, Object> fields = new HashMap<>(scheme.request(scheme.practice(practice)));
        fields.put("confidential", asked);
        fields.put("viewers", List.of(viewers));
        if (taker.startsWith("liaison")) {
            fields.putAll(
                    Map.of("referredByLiaison", true, "consentGivenBy", "Dr Test", "consentOn", fields.get("since")));
        }
        return new CaseReference(scheme.requestHelp(taker, fields));
    }

    @Test
    void whoeverTakesARequestChoosesThereAndThenWhoSeesTheCase() {
        CaseReference opened = requested("Z97701", TAKER, true, colleague);

        assertThat(hiddenCases.whoMaySee(opened, List.of(TAKER, colleague, manager)))
                .containsExactlyInAnyOrder(TAKER, colleague);
        assertThat(timeline.latest(opened, "Person named on the case"))
                .hasValueSatisfying(entry -> assertThat(entry.who()).isEqualTo(TAKER));
    }

    @Test
    void whereNobodyIsChosenTheServiceManagersSeeTheCaseOfTheRequest() {
        CaseReference opened = requested("Z97702", TAKER, true);

        assertThat(hiddenCases.whoMaySee(opened, List.of(TAKER, colleague, manager)))
                .containsExactlyInAnyOrder(TAKER, manager);
    }

    @Test
    void refusesToHaveACaseOpenedThatNobodyOfTheOfficeWouldSee() {
        scheme.account("liaison-71", "liaison");
        String another = people.with(Role.LIAISON);

        assertThatThrownBy(() -> requested("Z97703", "liaison-71", true, another))
                .hasMessageContaining("Somebody of the office must see the case");
        assertThat(requested("Z97703", "liaison-71", true, another, colleague)).isNotNull();
    }

    @Test
    void refusesToNameSomebodyWithAnInterestWhenTheCaseIsOpened() {
        scheme.practice("Z97704");
        declareInterest.declare(colleague, new OdsCode("Z97704"), "My brother is a partner.");

        assertThatThrownBy(() -> requested("Z97704", TAKER, true, colleague))
                .hasMessageContaining("cannot be named on this case");
    }

    @Test
    void refusesViewersOfACaseThatIsNotConfidential() {
        assertThatThrownBy(() -> requested("Z97705", TAKER, false, colleague))
                .hasMessageContaining("tick that this one is");
    }

    private void open(String reason, String who) {
        openInEmergency.open(new OpenInEmergency.Form(reference.value(), reason), who);
    }

    @Test
    void hidesTheCaseFromEverybodyWhoIsNotNamed() {
        make();

        assertThat(hiddenCases.whoMaySee(reference, List.of(coordinator, manager, colleague, "nobody-of-this-name")))
                .containsExactlyInAnyOrder(coordinator, manager);
        assertThat(hiddenCases.of(colleague)).contains(reference.value());
        assertThat(confidential.of(manager, 10)).containsExactly(reference.value());
        assertThat(timeline.latest(reference, "Case made confidential"))
                .hasValueSatisfying(entry -> assertThat(entry.reason()).isEqualTo("A partner is accused."));
    }

    @Test
    void refusesACaseThatIsConfidentialAlreadyAndOneThatIsHiddenFromThem() {
        make();

        assertThatThrownBy(this::make).hasMessageContaining("confidential already");
        assertThatThrownBy(() -> makeConfidential.make(
                        reference, new MakeConfidential.Form("For me alone.", List.of()), colleague))
                .hasMessage("There is no case %s: check the number.".formatted(reference));
    }

    @Test
    void showsItToWhoeverIsNamedLater() {
        make();

        makeConfidential.name(reference, new MakeConfidential.Name(colleague, "Stands in for me."), coordinator);

        assertThat(hiddenCases.hides(reference, colleague)).isFalse();
        assertThat(confidential.find(reference).orElseThrow().named())
                .extracting(NamedPerson::person)
                .containsExactly(coordinator, manager, colleague);
        assertThatThrownBy(() -> makeConfidential.name(
                        reference, new MakeConfidential.Name(colleague, "Once more."), coordinator))
                .hasMessageContaining("named on this case already");
    }

    @Test
    void namesNobodyWhoHasAnInterest() {
        declareInterest.declare(colleague, cases.get(reference).leadingPractice(), "My sister is a partner.");
        make();

        assertThatThrownBy(() -> makeConfidential.name(
                        reference, new MakeConfidential.Name(colleague, "Stands in for me."), coordinator))
                .hasMessageContaining("cannot be named on this case");
        assertThat(makeConfidential.candidates(reference))
                .extracting(one -> one.id())
                .contains(manager)
                .doesNotContain(colleague);
    }

    @Test
    void aNamedPersonWhoDeclaresAnInterestSeesItNoMore() {
        make();

        declareInterest.declare(manager, cases.get(reference).leadingPractice(), "My sister is a partner.");

        assertThat(hiddenCases.hides(reference, manager)).isTrue();
    }

    @Test
    void removesPeopleButNotTheLastOfTheOffice() {
        String pm = people.with(Role.ROVING_PM);
        make();
        makeConfidential.name(reference, new MakeConfidential.Name(pm, "Advises us."), coordinator);

        makeConfidential.remove(reference, manager, coordinator);

        assertThat(hiddenCases.hides(reference, manager)).isTrue();
        assertThatThrownBy(() -> makeConfidential.remove(reference, coordinator, coordinator))
                .hasMessageContaining("Somebody of the office must see the case");
        assertThatThrownBy(() -> makeConfidential.remove(reference, manager, coordinator))
                .hasMessageContaining("no longer named");
    }

    @Test
    void isSeenByAllAgainWhenLifted() {
        make();

        makeConfidential.lift(reference, new MakeConfidential.Lift("It is public now."), manager);

        assertThat(hiddenCases.hides(reference, colleague)).isFalse();
        assertThat(confidential.find(reference)).isEmpty();
        assertThatThrownBy(() -> makeConfidential.lift(reference, new MakeConfidential.Lift("Once more."), manager))
                .hasMessageContaining("not confidential any more");
    }

    @Test
    void whoeverIsNotNamedOpensItInAnEmergencyAndThoseNamedAreTold() {
        make();

        open("The practice cannot pay its staff today.", colleague);

        assertThat(hiddenCases.hides(reference, colleague)).isFalse();
        assertThat(confidential.find(reference).orElseThrow().named())
                .filteredOn(NamedPerson::emergency)
                .extracting(NamedPerson::person)
                .containsExactly(colleague);
        assertThat(timeline.latest(reference, "Confidential case opened in an emergency"))
                .hasValueSatisfying(
                        entry -> assertThat(entry.reason()).isEqualTo("The practice cannot pay its staff today."));
        assertThat(jdbc.sql("select person from message where case_reference = ? and template = 'opened-in-emergency'")
                        .param(reference.value())
                        .query(String.class)
                        .list())
                .contains(coordinator, manager);
    }

    @Test
    void anEmergencyOpensNothingToSomebodyWithAnInterestAndDoesNotSaySo() {
        make();
        declareInterest.declare(colleague, cases.get(reference).leadingPractice(), "My sister is a partner.");

        assertThatThrownBy(() -> open("It cannot wait.", colleague))
                .hasMessage("There is no such case: check the number.");
        assertThatThrownBy(() -> openInEmergency.open(
                        new OpenInEmergency.Form("RPM-2026-9999999", "It cannot wait."), colleague))
                .hasMessage("There is no such case: check the number.");
    }

    @Test
    void anEmergencyOpensNoCaseThatIsSeenAlready() {
        assertThatThrownBy(() -> open("It cannot wait.", colleague)).hasMessageContaining("see this case already");
        make();
        assertThatThrownBy(() -> open("It cannot wait.", manager)).hasMessageContaining("see this case already");
    }

    @Test
    void staysOnRecord() {
        make();

        assertThatThrownBy(() -> jdbc.sql("update named_person set removed_at = null, person = 'somebody'")
                        .update())
                .hasMessageContaining("stays on record");
    }
}
