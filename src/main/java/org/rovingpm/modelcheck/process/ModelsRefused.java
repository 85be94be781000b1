package org.rovingpm.modelcheck.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.rovingpm.modelcheck.Report;

/** Files that are not put in force. The REST API answers with 400 and every problem, one a line. */
public class ModelsRefused extends BadUserRequestException {

    private final transient Report report;

    ModelsRefused(Report report) {
        super(report.refusal());
        this.report = report;
    }

    public Report report() {
        return report;
    }
}
