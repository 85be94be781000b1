/** What is stuck: every case that waits longer than its rating allows, why, and what can be done about it. */
@org.springframework.modulith.ApplicationModule(displayName = "Stuck cases")
package org.rovingpm.stuck;
