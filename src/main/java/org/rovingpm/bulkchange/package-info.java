/** Bulk changes: what managers change in many tasks, cases or failed steps at once, processed item by item with a result each. */
@org.springframework.modulith.ApplicationModule(displayName = "Bulk changes")
package org.rovingpm.bulkchange;
