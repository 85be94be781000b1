package org.rovingpm.bulkchange.process;

/** The contract of bulk-change.bpmn. */
public final class BulkChangeProcess {

    public static final String KEY = "bulk-change";

    public static final String PROCESS_BULK_ITEMS = "serviceTask_processBulkItems";

    /** The number of the bulk change: a Long. */
    public static final String BULK_CHANGE = "bulkChange";
    /** Whether no row is left. */
    public static final String ALL_ROWS_WORKED_OFF = "allItemsProcessed";

    private BulkChangeProcess() {}
}
