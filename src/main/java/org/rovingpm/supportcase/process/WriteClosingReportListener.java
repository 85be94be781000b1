package org.rovingpm.supportcase.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.closure.SupportRecord;
import org.rovingpm.supportcase.closure.WriteClosingReport;
import org.springframework.stereotype.Component;

@Component("writeClosingReportListener")
class WriteClosingReportListener extends FormListener<WriteClosingReport.Form> {

    private final WriteClosingReport writeClosingReport;
    private final CaseSummary caseSummary;
    private final SupportRecord supportRecord;

    WriteClosingReportListener(
            WriteClosingReport writeClosingReport, CaseSummary caseSummary, SupportRecord supportRecord) {
        super("write-closing-report", WriteClosingReport.Form.class);
        this.writeClosingReport = writeClosingReport;
        this.caseSummary = caseSummary;
        this.supportRecord = supportRecord;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseSummary", caseSummary.of(reference),
                "supportSummary", supportRecord.hoursOf(reference),
                "planObjectives", supportRecord.objectivesOf(reference));
    }

    @Override
    protected void completed(DelegateTask task, WriteClosingReport.Form submitted, String who) {
        writeClosingReport.write(StepCase.of(task), submitted, who);
    }
}
