package org.rovingpm.bulk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.bulk.WorkOffRows;
import org.springframework.stereotype.Component;

@Component("workOffRows")
class WorkOffRowsDelegate implements JavaDelegate {

    private final WorkOffRows workOffRows;

    WorkOffRowsDelegate(WorkOffRows workOffRows) {
        this.workOffRows = workOffRows;
    }

    @Override
    public void execute(DelegateExecution process) {
        process.setVariable(BulkChangeProcess.ALL_ROWS_WORKED_OFF, workOffRows.next((Long)
                process.getVariable(BulkChangeProcess.BULK_CHANGE)));
    }
}
