package org.rovingpm.bulkchange.process;

/** The contract of bulk-change.bpmn. */
public final class BulkChangeProcess {

    public static final String KEY = "bulk-change";

    public static final String PROCESS_BULK_ITEMS = "serviceTask_processBulkItems";

    /** Long: the number of the bulk change. */
    public static final String BULK_CHANGE = "bulkChange";
    /** Boolean: whether no item is left. */
    public static final String ALL_ROWS_WORKED_OFF = "allItemsProcessed";

    private BulkChangeProcess() {}
}
