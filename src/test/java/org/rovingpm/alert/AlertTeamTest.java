package org.rovingpm.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.assessment.AgreeRag;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.practice.Practice;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.annotation.Transactional;

/** What alerts the team, and what an alert says. */
@ApplicationTest
@Transactional
class AlertTeamTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private AlertTeam alertTeam;

    @Autowired
    private AgreeRag agreeRag;

    @Autowired
    private CaseProcesses caseProcesses;

    @Autowired
    private TeamChat chat;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private MovableClock clock;

    private Practice practice;
    private String reference;

    @BeforeEach
    void aCaseWithAChat() {
        ReflectionTestUtils.setField(chat, "address", Optional.of(URI.create("https://chat.example.org/secret")));
        settings(false);
        practice = scheme.practice("Z99077");
        reference = scheme.requestHelp("coordinator", scheme.request(practice));
    }

    @AfterEach
    void noChat() {
        ReflectionTestUtils.setField(chat, "address", Optional.empty());
        ReflectionTestUtils.setField(alertTeam, "settings", new AlertSettings(null, AlertShape.TEAMS, false));
        clock.reset();
    }

    @Test
    void aCaseThatIsAgreedToBeRedAlertsTheTeamOnce() {
        accept("AMBER");
        assertThat(alerts()).isEmpty();
        agree(Rag.RED);
        agree(Rag.RED);

        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert)
                .contains(
                        "A case is now red.",
                        reference,
                        "\"Red\"",
                        "Finding a PM",
                        "http://localhost:8080/cases/" + reference)
                .doesNotContain(practice.name(), practice.code().value(), "cash", "Ann Field"));
        agree(Rag.GREEN);
        agree(Rag.RED);
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void aCaseThatIsRedFromItsAssessmentAlertsTheTeamToo() {
        accept("RED");

        assertThat(alerts()).hasSize(1);
    }

    @Test
    void thePracticeIsNamedOnlyWhereTheSettingsAllowIt() {
        String named = "%s (%s) is in trouble".formatted(practice.name().toUpperCase(Locale.ROOT), practice.code());
        alertTeam.alert(new CaseReference(reference), named);
        settings(true);
        alertTeam.alert(new CaseReference(reference), named);

        assertThat(alerts())
                .hasSize(2)
                .anySatisfy(alert -> assertThat(alert)
                        .contains("the practice (the practice) is in trouble")
                        .doesNotContainIgnoringCase(practice.name()))
                .anySatisfy(alert -> assertThat(alert).contains(practice.name(), named));
    }

    @Test
    void noPracticeOfACaseIsNamedWhereTheSettingsDoNotAllowIt() {
        Practice second = scheme.practice("Z99078");
        scheme.join(reference, second);
        String named = "%s merges with %s (%s)".formatted(practice.name(), second.name(), second.code());
        alertTeam.alert(new CaseReference(reference), named);
        settings(true);
        alertTeam.alert(new CaseReference(reference), named);

        assertThat(alerts())
                .anySatisfy(alert -> assertThat(alert).contains("the practice merges with the practice (the practice)"))
                .anySatisfy(alert -> assertThat(alert).contains(practice.name() + " and " + second.name()));
    }

    @Test
    void anAlertGoesOutThoughTheCaseIsPutOnHold() {
        accept("RED");
        caseProcesses.suspend(reference);

        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(TeamAlertProcess.KEY)
                        .processInstanceBusinessKey(reference)
                        .singleResult()
                        .isSuspended())
                .isFalse();
    }

    @Test
    void nobodyIsAlertedWhereNoChatIsSet() {
        ReflectionTestUtils.setField(chat, "address", Optional.empty());
        accept("RED");

        assertThat(alerts()).isEmpty();
    }

    private void settings(boolean practiceName) {
        ReflectionTestUtils.setField(alertTeam, "settings", new AlertSettings(null, AlertShape.TEAMS, practiceName));
    }

    private void accept(String rag) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                rag,
                "overrideReason",
                "We know them",
                "agreedWith",
                "Dr Ann Field",
                "helpKinds",
                List.of("FINANCES"),
                "helpNeeded",
                "Put the books in order",
                "sessionsAWeek",
                2,
                "expectedStart",
                LocalDate.now(clock).plusDays(7).toString(),
                "expectedWeeks",
                8));
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
    }

    private void agree(Rag rag) {
        agreeRag.agree(new CaseReference(reference), rag, "No cash", "Dr Ann Field", "service-manager");
    }

    private List<String> alerts() {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(TeamAlertProcess.KEY)
                .processInstanceBusinessKey(reference)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .map(instance -> (String) processes.getVariable(instance, TeamAlertProcess.Variables.ALERT_BODY))
                .toList();
    }
}
