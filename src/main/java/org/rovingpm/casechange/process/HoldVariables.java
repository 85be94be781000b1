package org.rovingpm.casechange.process;

import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.casechange.CaseChangeProcess.Variables;
import org.rovingpm.supportcase.SupportCase;

/** Tells case-change of a hold, and when somebody is to review it: at the opening time of its last day. */
final class HoldVariables {

    private static final LocalTime OPENING = LocalTime.of(9, 0);

    private HoldVariables() {}

    static void set(VariableScope step, SupportCase supportCase, boolean onHold) {
        step.setVariable(Variables.ON_HOLD, onHold);
        if (onHold) {
            LocalDate until = supportCase.heldUntil();
            step.setVariable(
                    Variables.HOLD_ENDS_AT,
                    until.atTime(OPENING).atZone(SchemeTime.ZONE).toInstant().toString());
        }
    }
}
