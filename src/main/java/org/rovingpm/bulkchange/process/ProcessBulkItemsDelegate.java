package org.rovingpm.bulkchange.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.bulkchange.ProcessBulkItems;
import org.springframework.stereotype.Component;

@Component("processBulkItems")
class ProcessBulkItemsDelegate implements JavaDelegate {

    private final ProcessBulkItems processBulkItems;

    ProcessBulkItemsDelegate(ProcessBulkItems processBulkItems) {
        this.processBulkItems = processBulkItems;
    }

    @Override
    public void execute(DelegateExecution process) {
        process.setVariable(BulkChangeProcess.ALL_ROWS_WORKED_OFF, processBulkItems.next((Long)
                process.getVariable(BulkChangeProcess.BULK_CHANGE)));
    }
}
