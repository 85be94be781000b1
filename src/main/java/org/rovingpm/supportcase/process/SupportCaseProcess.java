package org.rovingpm.supportcase.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.supportcase.CaseReference;

/** The contract of support-case.bpmn: its key, and the variables that it and every process of a case share. */
public final class SupportCaseProcess {

    public static final String KEY = "support-case";

    public static final String CASE_REFERENCE = "caseReference";
    public static final String PRACTICE_NAME = "practiceName";
    public static final String RAG = "rag";
    public static final String ROVING_PM = "rovingPm";

    /** What became of the request: one of the values of {@link RequestOutcome}. */
    public static final String REQUEST_OUTCOME = "requestOutcome";

    public static final String RAG_CHANGE_PROPOSED = "ragChangeProposed";

    public static final String MESSAGE_FURTHER_INFORMATION_GIVEN = "furtherInformationGiven";
    public static final String MESSAGE_RAG_QUESTIONED = "ragQuestioned";
    public static final String MESSAGE_PM_WITHDRAWN = "pmWithdrawn";
    public static final String MESSAGE_SUPPORT_WITHDRAWN = "supportWithdrawn";
    public static final String MESSAGE_VARIATION_REQUESTED = "variationRequested";

    /** What became of a request. */
    public enum RequestOutcome {
        ACCEPTED,
        INFORMATION_NEEDED,
        DECLINED
    }

    private SupportCaseProcess() {}

    /** @return the case that a task or process belongs to */
    public static CaseReference caseOf(VariableScope scope) {
        return new CaseReference((String) scope.getVariable(CASE_REFERENCE));
    }
}
