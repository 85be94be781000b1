package org.rovingpm.supportcase.process;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.engine.StartByForm;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.information.RecordFurtherInformation;
import org.rovingpm.supportcase.request.OpenCase;
import org.springframework.stereotype.Component;

@Component
class OpenCaseByProcess implements OpenCase {

    private final StartByForm startByForm;
    private final RecordFurtherInformation recordFurtherInformation;
    private final CaseProcesses processes;

    OpenCaseByProcess(
            StartByForm startByForm, RecordFurtherInformation recordFurtherInformation, CaseProcesses processes) {
        this.startByForm = startByForm;
        this.recordFurtherInformation = recordFurtherInformation;
        this.processes = processes;
    }

    @Override
    public CaseReference open(RequestHelp.TakenRequest taken, String who) {
        return new CaseReference(startByForm.start(SupportCaseProcess.KEY, taken, who));
    }

    @Override
    public void answer(CaseReference reference, RecordFurtherInformation.Form answer) {
        recordFurtherInformation.record(reference, answer, PRACTICE);
        processes.tell(reference.value(), SupportCaseProcess.Messages.FURTHER_INFORMATION_GIVEN);
    }
}
