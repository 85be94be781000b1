package org.rovingpm.deadline;

/**
 * A task that is late.
 *
 * @param id  as the engine has it
 * @param rag the agreed rating of its case, or null
 */
public record LateTask(String id, String rag) {}
