package org.rovingpm.bulkchange.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.bulkchange.BulkChangeProcess;
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
        process.setVariable(BulkChangeProcess.Variables.ALL_ITEMS_PROCESSED, processBulkItems.next((Long)
                process.getVariable(BulkChangeProcess.Variables.BULK_CHANGE)));
    }
}
