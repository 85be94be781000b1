package org.rovingpm.casechange.process;

import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.supportcase.SupportCase;

/** The contract of case-change.bpmn. */
final class CaseChangeProcess {

    static final String KEY = "case-change";

    /** Whether the case is on hold since. */
    static final String ON_HOLD = "onHold";
    /** Whether the case has another RAG rating since. */
    static final String RAG_CHANGED = "ragChanged";
    /** When the hold runs out: an ISO moment. */
    static final String HOLD_ENDS_AT = "holdEndsAt";

    /** Message that the case has been resumed. */
    static final String MESSAGE_CASE_RESUMED = "caseResumed";

    private static final LocalTime OPENING = LocalTime.of(9, 0);

    private CaseChangeProcess() {}

    static void noteHold(VariableScope scope, SupportCase supportCase, boolean watch) {
        scope.setVariable(ON_HOLD, watch);
        if (watch) {
            LocalDate until = supportCase.heldUntil();
            scope.setVariable(
                    HOLD_ENDS_AT,
                    until.atTime(OPENING).atZone(SchemeTime.ZONE).toInstant().toString());
        }
    }
}
