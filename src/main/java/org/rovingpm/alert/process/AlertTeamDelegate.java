package org.rovingpm.alert.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.alert.AlertTeam;
import org.rovingpm.alert.TeamAlertProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

@Component("alertTeam")
class AlertTeamDelegate implements JavaDelegate {

    private final AlertTeam alertTeam;

    AlertTeamDelegate(AlertTeam alertTeam) {
        this.alertTeam = alertTeam;
    }

    @Override
    public void execute(DelegateExecution process) {
        String reference = (String) process.getVariable(CaseVariables.CASE_REFERENCE);
        Object happened = process.getVariable(TeamAlertProcess.Variables.ALERT);
        alertTeam.alert(
                reference == null ? null : new CaseReference(reference),
                happened == null ? process.getCurrentActivityName() : happened.toString());
    }
}
