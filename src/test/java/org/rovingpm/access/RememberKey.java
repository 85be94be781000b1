package org.rovingpm.access;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A delegate for models of tests. */
@Component("rememberKey")
class RememberKey implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("remembered", execution.getProcessBusinessKey());
    }
}
