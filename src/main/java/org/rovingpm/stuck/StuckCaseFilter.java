package org.rovingpm.stuck;

import org.rovingpm.supportcase.Rag;

/**
 * Selects stuck cases. A null matches everything.
 *
 * @param pm     user id, or part of the name, of the PM who supports the case
 * @param search the number of a case, or part of the name of a practice
 */
public record StuckCaseFilter(Cause cause, Rag rag, String pm, String search) {

    public static final StuckCaseFilter EVERYTHING = new StuckCaseFilter(null, null, null, null);
}
