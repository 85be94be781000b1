package org.rovingpm.engine.tuning;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Fails in each case that says so. */
@Component("failsWhereTold")
class FailsWhereTold implements ExecutionListener {

    static final String WHY = "It fails in this case";

    @Override
    public void notify(DelegateExecution process) {
        if (Boolean.TRUE.equals(process.getVariable("fails"))) {
            throw new IllegalStateException(WHY);
        }
    }
}
