/**
 * The deadlines of tasks: who is told that one comes near or has passed, by which level, as managers decide; each level of a task
 * once. Deadlines are set by the engine module.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Deadlines")
package org.rovingpm.deadline;
