/** Bulk changes: what managers do to many tasks, cases or failed steps at once, worked off row by row with a result each. */
@org.springframework.modulith.ApplicationModule(displayName = "Bulk changes")
package org.rovingpm.bulkchange;
