package org.rovingpm.access.process;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the missing setting instead of a stack trace. */
class MissingAdministratorAnalyzer extends AbstractFailureAnalyzer<MissingAdministrator> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingAdministrator cause) {
        return new FailureAnalysis(cause.getMessage(), "See the table of settings in README.md.", cause);
    }
}
