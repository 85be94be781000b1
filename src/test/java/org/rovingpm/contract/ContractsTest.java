package org.rovingpm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rovingpm.bulkchange.BulkChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.notification.MorningDigestProcess;
import org.rovingpm.notification.ReturnedMailProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;

/** What the engine takes from the contracts of the processes. */
class ContractsTest {

    private static final String OF_A_MANAGER = "garden-party";

    private final Contracts contracts = new Contracts();

    @Test
    void theWorkOfACaseIsHeldWithItAndNothingElseOfOursIs() {
        assertThat(contracts.processes(contract -> contract.kind() == ProcessContract.Kind.CASE))
                .containsExactlyInAnyOrder(
                        SupportCaseProcess.KEY,
                        ManagerMatchingProcess.KEY,
                        JobPlanApprovalProcess.KEY,
                        WeeklyCheckInProcess.KEY,
                        CaseClosureProcess.KEY);
    }

    @Test
    void historyLeavesOutWhatOurOwnTablesHold() {
        assertThat(contracts.processes(contract -> !contract.inHistory()))
                .containsExactlyInAnyOrder(
                        MessageDeliveryProcess.KEY,
                        MorningDigestProcess.KEY,
                        ReturnedMailProcess.KEY,
                        BulkChangeProcess.KEY);
    }

    @Test
    void aVariableIsAMomentInTheProcessWhoseContractSaysSo() {
        String chaseAt = WeeklyCheckInProcess.Variables.CHASE_AT;

        assertThat(contracts.isMoment(WeeklyCheckInProcess.KEY, chaseAt)).isTrue();
        assertThat(contracts.isMoment(SupportCaseProcess.KEY, chaseAt)).isFalse();
        assertThat(contracts.isMoment(OF_A_MANAGER, chaseAt)).isFalse();
        assertThat(contracts.isMoment(WeeklyCheckInProcess.KEY, "seenAt")).isFalse();
    }

    @Test
    void whereNobodySaysOfWhichProcessAVariableIsItsNameDecides() {
        assertThat(contracts.isMoment(null, WeeklyCheckInProcess.Variables.CHASE_AT))
                .isTrue();
        assertThat(contracts.isMoment(null, "seenAt")).isFalse();
    }

    @Test
    void theLastValueIsEnoughOfWhatNeverChangesAndOfWhatAWeekIsGivenAndFindsOut() {
        assertThat(contracts.isLastValueOnly(OF_A_MANAGER, CaseVariables.CASE_REFERENCE))
                .isTrue();
        assertThat(contracts.isLastValueOnly(WeeklyCheckInProcess.KEY, CaseVariables.RAG))
                .isTrue();
        assertThat(contracts.isLastValueOnly(SupportCaseProcess.KEY, CaseVariables.RAG))
                .isFalse();
        assertThat(contracts.isLastValueOnly(WeeklyCheckInProcess.KEY, WeeklyCheckInProcess.Variables.SUPPORT_COMPLETE))
                .isTrue();
    }

    @Test
    void theProcessOfADefinitionIsWhatItsIdBeginsWith() {
        assertThat(Contracts.processOf("support-case:3:4711")).isEqualTo(SupportCaseProcess.KEY);
        assertThat(Contracts.processOf(null)).isNull();
    }
}
