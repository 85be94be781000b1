/**
 * The tasks that wait for somebody, in one table of ours beside the engine's: from it Tasklist's lists and counts are answered with
 * the reader's rights, and others ask what is open.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Open tasks")
package org.rovingpm.opentask;
