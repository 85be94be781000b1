package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.modelcheck.known.Provided;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** What the check knows of the code, without making anything of it, is what the code does. */
@ApplicationTest
class ProvidedTest {

    @Autowired
    private Provided provided;

    @Autowired
    private List<FormListener<?>> tasks;

    @Autowired
    private List<StartFormListener<?>> starts;

    @Test
    void theFormsAndTheirFieldsAreThoseOfTheListeners() {
        assertThat(provided.forms()).hasSize(tasks.size() + starts.size());
        tasks.forEach(listener -> assertThat(provided.form(listener.form())).hasValueSatisfying(form -> {
            assertThat(form.fields()).isEqualTo(listener.fields());
            assertThat(form.start()).isFalse();
        }));
        starts.forEach(listener -> assertThat(provided.form(listener.form())).hasValueSatisfying(form -> {
            assertThat(form.fields()).isEqualTo(listener.fields());
            assertThat(form.start()).isTrue();
        }));
    }

    @Test
    void theVariablesOfEachProcessAreThoseOfItsContract() {
        assertThat(provided.variablesOf(JobPlanApprovalProcess.KEY))
                .hasValueSatisfying(variables -> assertThat(variables)
                        .contains(
                                JobPlanApprovalProcess.Variables.PLAN_SUBMITTED,
                                JobPlanApprovalProcess.Variables.BUDGET_HOLDER_NEEDED)
                        .doesNotContain(WeeklyCheckInProcess.Variables.SUPPORT_COMPLETE));
        assertThat(provided.variablesOf("no-such-process")).isEmpty();
    }

    @Test
    void whatTheCodeAndAProcessAgreeOnIsOfOneKind() {
        assertThat(provided.messages())
                .contains(SupportCaseProcess.Messages.PM_WITHDRAWN)
                .doesNotContain(
                        SupportCaseProcess.Variables.REQUEST_OUTCOME,
                        SupportCaseProcess.Elements.ASSESS_REQUEST,
                        RosterChangeProcess.Signals.ROSTER_CHANGED);
        assertThat(provided.signals()).containsExactly(RosterChangeProcess.Signals.ROSTER_CHANGED);
        assertThat(provided.allVariables())
                .contains(SupportCaseProcess.Variables.REQUEST_OUTCOME)
                .doesNotContain(
                        SupportCaseProcess.Messages.PM_WITHDRAWN,
                        SupportCaseProcess.Elements.ASSESS_REQUEST,
                        RosterChangeProcess.Signals.ROSTER_CHANGED);
    }

    @Test
    void aNameIsTakenByAVariableAWordOfTheEngineOrABeanAndByNothingElse() {
        assertThat(List.of(
                        JobPlanApprovalProcess.Variables.PLAN_APPROVED,
                        WeeklyCheckInProcess.Variables.CHASE_AT,
                        CaseVariables.RAG,
                        "execution",
                        "loopCounter",
                        "authenticatedUserId",
                        "rovingPmSubmission",
                        "queueMessage",
                        "approveJobPlanListener"))
                .allMatch(provided::isTaken);
        assertThat(List.of("seenAt", SupportCaseProcess.Messages.PM_WITHDRAWN, "jdbcClient"))
                .noneMatch(provided::isTaken);
    }

    @Test
    void theServicesAreThoseOfTheSettings() {
        assertThat(provided.services()).contains("nhs-register", "team-chat", "test-service");
    }
}
