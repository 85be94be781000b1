package org.rovingpm.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Elements.REMIND_PM;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Elements.RESOLVE_MISSING_CHECK_IN;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Timers.CHASE_DUE;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Timers.ESCALATION_DUE;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Timers.REMINDER_DUE;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Timers.WEEK_OVER;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.alert.TeamAlertProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.OutsideService;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.annotation.Transactional;

/** The team is told in its chat of a check-in that stays missing. */
@ApplicationTest
@StartsAt
@Transactional
class MissingCheckInAlertTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<OutsideService> services;

    @Autowired
    private Scheme scheme;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private MovableClock clock;

    private String reference;

    @BeforeEach
    void supportIsInPlaceAndAChatIsSet() {
        PlacementStory story = new PlacementStory(context, CaseStage.MATCHING).visited();
        story.inEffect("75", "40");
        reference = story.reference.value();
        processes
                .createProcessInstanceByKey(SupportCaseProcess.KEY)
                .businessKey(reference)
                .startBeforeActivity(SupportCaseProcess.Elements.CHECK_IN_FOR_THE_WEEK)
                .setVariables(Map.of(
                        CaseVariables.CASE_REFERENCE,
                        reference,
                        CaseVariables.RAG,
                        "AMBER",
                        CaseVariables.ROVING_PM,
                        PlacementStory.PM))
                .execute();
        chat(Optional.of(URI.create("https://chat.example.org/secret")));
    }

    @AfterEach
    void noChat() {
        chat(Optional.empty());
    }

    @Test
    void theTeamIsAlertedWhenAMissingCheckInIsEscalated() {
        clock.setTo("2026-11-27T17:00");
        List.of(WEEK_OVER, REMINDER_DUE, REMIND_PM, CHASE_DUE).forEach(step -> scheme.fire(reference, step));
        assertThat(alerts()).isEmpty();
        scheme.fire(reference, ESCALATION_DUE);

        assertThat(scheme.openSteps(reference)).contains(RESOLVE_MISSING_CHECK_IN);
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(
                        (String) processes.getVariable(alert.getId(), TeamAlertProcess.Variables.ALERT_BODY))
                .contains("A weekly check-in is missing", reference, "Support in place"));
    }

    private List<ProcessInstance> alerts() {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(TeamAlertProcess.KEY)
                .processInstanceBusinessKey(reference)
                .list();
    }

    private void chat(Optional<URI> address) {
        services.stream()
                .filter(service -> service.name().equals("team-chat"))
                .forEach(service -> ReflectionTestUtils.setField(service, "address", address));
    }
}
