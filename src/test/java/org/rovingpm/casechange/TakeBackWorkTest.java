package org.rovingpm.casechange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.hiddencase.KeepOut;
import org.rovingpm.hiddencase.MakeConfidential;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.matching.Offers;
import org.rovingpm.placement.Placements;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of somebody's work in a case that is hidden from them from now on. */
@ApplicationTest
@StartsAt
@Transactional
class TakeBackWorkTest {

    private static final String PM = "pm-interested";
    private static final OdsCode PRACTICE = new OdsCode("Z97801");

    @Autowired
    private Scheme scheme;

    @Autowired
    private TaskService tasks;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private KeepOut keepOut;

    @Autowired
    private MakeConfidential makeConfidential;

    @Autowired
    private HiddenCases hiddenCases;

    @Autowired
    private TestPeople people;

    @Autowired
    private Placements placements;

    @Autowired
    private Offers offers;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference placed() {
        scheme.pm(PM);
        CaseReference reference = new CaseReference(scheme.offered(PRACTICE.value(), PM));
        scheme.complete(
                reference.value(),
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                PM,
                Map.of("answer", "ACCEPT", "noConflict", true));
        assertThat(placements.active(reference)).isPresent();
        return reference;
    }

    private void declare(String person) {
        declareInterest.declare(person, PRACTICE, "My brother is a partner.");
    }

    private List<String> told(CaseReference reference) {
        return jdbc.sql("select recipient from message where case_reference = ? and template = 'work-taken-back'")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    /** What was written to this person, as they read it. */
    private List<String> toldThemselves(CaseReference reference, String person) {
        return jdbc.sql("""
                select subject || ' ' || body from message
                where case_reference = ? and person = ? and template <> 'offer-made' order by id""")
                .param(reference.value())
                .param(person)
                .query(String.class)
                .list();
    }

    private String nameOfPractice() {
        return jdbc.sql("select name from practice where ods_code = ?")
                .param(PRACTICE.value())
                .query(String.class)
                .single();
    }

    @Test
    void theTaskOfSomebodyOfTheOfficeReturnsToTheirTeam() {
        CaseReference reference =
                new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97801"))));
        String task = scheme.task(reference.value(), SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
        tasks.setAssignee(task, "coordinator");

        declare("coordinator");

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(timeline.latest(reference, "Work taken back")).hasValueSatisfying(entry -> {
            assertThat(entry.who()).isEqualTo("coordinator");
            assertThat(entry.newValue()).isEqualTo("One task returned to its team");
            assertThat(entry.reason()).isEqualTo("They have declared an interest in the practice");
        });
        assertThat(told(reference)).contains("service-managers");
        assertThat(toldThemselves(reference, "coordinator"))
                .singleElement()
                .asString()
                .contains("because you have declared an interest in the practice", "has returned to its team")
                .doesNotContain(nameOfPractice());
    }

    @Test
    void aPmWhoSupportsThePracticeInAnotherCaseLosesThatCase() {
        CaseReference reference = placed();

        declare(PM);

        assertThat(placements.active(reference)).isEmpty();
        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.MATCHING);
        assertThat(timeline.latest(reference, "Work taken back"))
                .hasValueSatisfying(entry -> assertThat(entry.oldValue()).isEqualTo(PM));
        assertThat(told(reference)).contains("coordinators", "service-managers");
    }

    @Test
    void aPmWhoAnswersAnOfferOfAnotherCaseWithAnInterestLosesThatCaseToo() {
        CaseReference supported = placed();
        CaseReference offered = new CaseReference(scheme.offered("Z97803", PM));
        scheme.join(offered.value(), scheme.practice(PRACTICE.value()));

        scheme.complete(
                offered.value(),
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                PM,
                Map.of("answer", "DECLARE_INTEREST", "reason", "My brother is a partner."));

        assertThat(offers.open(offered)).isEmpty();
        assertThat(placements.active(supported)).isEmpty();
        assertThat(cases.get(supported).stage()).isEqualTo(CaseStage.MATCHING);
    }

    @Test
    void theOfferOfAPmEnds() {
        scheme.pm(PM);
        CaseReference reference = new CaseReference(scheme.offered(PRACTICE.value(), PM));

        declare(PM);
        scheme.fire(reference.value(), ManagerMatchingProcess.Timers.OFFER_DEADLINE_PASSED);
        scheme.fire(reference.value(), ManagerMatchingProcess.Elements.WITHDRAW_OFFER);

        assertThat(offers.open(reference)).isEmpty();
        assertThat(told(reference)).contains("service-managers");
    }

    @Test
    void aPmWhoseOfferEndsByTheirInterestIsToldSoOnceAndWithoutTheNameOfThePractice() {
        scheme.pm(PM);
        CaseReference reference = new CaseReference(scheme.offered(PRACTICE.value(), PM));

        declare(PM);
        scheme.fire(reference.value(), ManagerMatchingProcess.Timers.OFFER_DEADLINE_PASSED);
        scheme.fire(reference.value(), ManagerMatchingProcess.Elements.WITHDRAW_OFFER);

        assertThat(toldThemselves(reference, PM))
                .singleElement()
                .asString()
                .contains(
                        "You no longer see case " + reference,
                        "because you have declared an interest in the practice",
                        "no longer offered to you")
                .doesNotContain(nameOfPractice(), "no answer");
    }

    @Test
    void aPmWhoDoesNotAnswerIsStillToldThatTheOfferIsWithdrawnAlsoOfAConfidentialCase() {
        scheme.pm(PM);
        CaseReference reference = new CaseReference(scheme.offered(PRACTICE.value(), PM));
        makeConfidential(reference);

        scheme.fire(reference.value(), ManagerMatchingProcess.Timers.OFFER_DEADLINE_PASSED);
        scheme.fire(reference.value(), ManagerMatchingProcess.Elements.WITHDRAW_OFFER);

        assertThat(toldThemselves(reference, PM))
                .singleElement()
                .asString()
                .contains("As we have had no answer")
                .doesNotContain(nameOfPractice());
    }

    @Test
    void anOfferIsNotAcceptedByAPmFromWhomTheCaseIsHidden() {
        scheme.pm(PM);
        CaseReference reference = new CaseReference(scheme.offered(PRACTICE.value(), PM));
        declare(PM);

        assertThatThrownBy(() -> scheme.complete(
                        reference.value(),
                        ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                        PM,
                        Map.of("answer", "ACCEPT", "noConflict", true)))
                .hasMessageContaining("Cannot find task");
    }

    @Test
    void whatIsOnHoldIsTakenBackWhenTheCaseIsResumed() {
        CaseReference reference = placed();
        change(reference, Map.of("change", "PUT_ON_HOLD", "holdUntil", "2026-12-04"));

        declare(PM);
        assertThat(placements.active(reference)).isPresent();
        change(reference, Map.of("change", "RESUME"));

        assertThat(placements.active(reference)).isEmpty();
        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.MATCHING);
    }

    private void change(CaseReference reference, Map<String, Object> fields) {
        Map<String, Object> all = new java.util.HashMap<>(fields);
        all.put("caseReference", reference.value());
        all.put("reason", "For the test.");
        scheme.start(CaseChangeProcess.KEY, "coordinator", all);
    }

    @Test
    void aPmWhoIsKeptOutOfTheCaseLosesItAndNoOther() {
        CaseReference reference = placed();
        CaseReference another = new CaseReference(scheme.offered("Z97802", PM));

        keepOut.keepOut(new KeepOut.Form(reference.value(), PM, "A quarrel."), "service-manager");

        assertThat(placements.active(reference)).isEmpty();
        assertThat(offers.open(another)).isPresent();
        assertThat(toldThemselves(reference, PM))
                .filteredOn(told -> told.startsWith("You no longer see"))
                .singleElement()
                .asString()
                .contains("Your placement there has ended")
                .doesNotContain(nameOfPractice(), "because", "quarrel");
    }

    @Test
    void aCaseThatIsHiddenFromSomebodyIsNotChangedByThem() {
        CaseReference reference = placed();
        declare("coordinator");

        assertThatThrownBy(() -> change(reference, Map.of("change", "PUT_ON_HOLD", "holdUntil", "2026-12-04")))
                .hasMessageContaining("There is no case " + reference);
        assertThat(cases.get(reference).onHold()).isFalse();
    }

    @Test
    void nobodyIsToldWhereNothingWasTakenBack() {
        CaseReference reference =
                new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97801"))));

        declare(scheme.pm(PM));

        assertThat(timeline.latest(reference, "Work taken back")).isEmpty();
        assertThat(told(reference)).isEmpty();
    }

    private void makeConfidential(CaseReference reference) {
        makeConfidential.make(
                reference,
                new MakeConfidential.Form("A partner is accused.", List.of()),
                people.with(Role.SERVICE_MANAGER));
    }

    @Test
    void theTaskOfSomebodyWhoIsNotNamedOnAConfidentialCaseReturnsToTheirTeam() {
        CaseReference reference =
                new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97801"))));
        String task = scheme.task(reference.value(), SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
        tasks.setAssignee(task, "coordinator");

        makeConfidential(reference);

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(timeline.latest(reference, "Work taken back")).hasValueSatisfying(entry -> assertThat(entry.reason())
                .isEqualTo("The case is confidential now, and they are not named on it"));
    }

    @Test
    void thePmOfACaseThatBecomesConfidentialIsNamedAndGoesOn() {
        CaseReference reference = placed();

        makeConfidential(reference);

        assertThat(placements.active(reference)).isPresent();
        assertThat(hiddenCases.hides(reference, PM)).isFalse();
    }

    @Test
    void aPmIsNamedOnAConfidentialCaseByTheOfferAndNoLongerOnceItIsDeclined() {
        scheme.pm(PM);
        CaseReference reference = new CaseReference(scheme.offered(PRACTICE.value(), PM));
        makeConfidential(reference);
        assertThat(hiddenCases.hides(reference, PM)).isFalse();

        scheme.complete(
                reference.value(),
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                PM,
                Map.of("answer", "DECLINE", "reason", "On leave."));

        assertThat(hiddenCases.hides(reference, PM)).isTrue();
    }
}
