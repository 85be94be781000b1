/** Stuck cases: every case that has waited longer than its rating allows, the cause, and what can be done about it. */
@org.springframework.modulith.ApplicationModule(displayName = "Stuck cases")
package org.rovingpm.stuck;
