package org.rovingpm.supportcase.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.supportcase.CaseReference;

/** The case that a step of a process is about. */
public final class StepCase {

    private StepCase() {}

    /** @param step the task or process */
    public static CaseReference of(VariableScope step) {
        return new CaseReference((String) step.getVariable(CaseVariables.CASE_REFERENCE));
    }
}
