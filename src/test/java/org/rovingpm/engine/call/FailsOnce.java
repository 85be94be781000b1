package org.rovingpm.engine.call;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Fails after a call has been made, as a lost database connection would, when it is told to. */
@Component("failsOnce")
class FailsOnce implements ExecutionListener {

    private boolean failing;

    void failNext() {
        failing = true;
    }

    @Override
    public void notify(DelegateExecution process) {
        if (failing) {
            failing = false;
            throw new IllegalStateException("The database has gone away");
        }
    }
}
