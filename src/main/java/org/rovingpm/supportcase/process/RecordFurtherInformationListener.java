package org.rovingpm.supportcase.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.engine.FormText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.information.FurtherInformation;
import org.rovingpm.supportcase.information.RecordFurtherInformation;
import org.springframework.stereotype.Component;

@Component("recordFurtherInformationListener")
class RecordFurtherInformationListener extends FormListener<RecordFurtherInformation.Form> {

    private final RecordFurtherInformation recordFurtherInformation;
    private final FurtherInformation furtherInformation;
    private final CaseSummary caseSummary;

    RecordFurtherInformationListener(
            RecordFurtherInformation recordFurtherInformation,
            FurtherInformation furtherInformation,
            CaseSummary caseSummary) {
        super("record-further-information", RecordFurtherInformation.Form.class);
        this.recordFurtherInformation = recordFurtherInformation;
        this.furtherInformation = furtherInformation;
        this.caseSummary = caseSummary;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", caseSummary.of(reference));
        shown.put("requestSummary", caseSummary.requestOf(reference));
        furtherInformation
                .open(reference)
                .ifPresent(open -> shown.put("informationAskedFor", FormText.escaped(open.text())));
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, RecordFurtherInformation.Form submitted, String who) {
        recordFurtherInformation.record(StepCase.of(task), submitted, who);
    }
}
