package org.rovingpm.casechange.process;

import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.supportcase.SupportCase;

/** The contract of case-change.bpmn. */
final class CaseChangeProcess {

    static final String KEY = "case-change";

    /** Boolean: whether this change put the case on hold. */
    static final String ON_HOLD = "onHold";
    /** Boolean: whether this change gave the case another RAG rating. */
    static final String RAG_CHANGED = "ragChanged";
    /** When the hold period ends: an ISO moment. */
    static final String HOLD_ENDS_AT = "holdEndsAt";

    /** Message: the case has been resumed. */
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
