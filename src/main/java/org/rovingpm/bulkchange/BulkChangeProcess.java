package org.rovingpm.bulkchange;

import org.rovingpm.contract.ProcessContract;

/** The contract of bulk-change.bpmn. The bulk items record the outcome of each. */
@ProcessContract(value = BulkChangeProcess.KEY, kind = ProcessContract.Kind.TECHNICAL, inHistory = false)
public final class BulkChangeProcess {

    public static final String KEY = "bulk-change";

    /** Names of its variables. */
    public static final class Variables {
        /** Long: the number of the bulk change. */
        public static final String BULK_CHANGE = "bulkChange";

        /** Boolean: whether no item is left. */
        public static final String ALL_ITEMS_PROCESSED = "allItemsProcessed";

        private Variables() {}
    }

    private BulkChangeProcess() {}
}
