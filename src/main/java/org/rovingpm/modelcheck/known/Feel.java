package org.rovingpm.modelcheck.known;

import java.util.Optional;

/** Reads the cells of decisions, which are written in FEEL. */
public interface Feel {

    /**
     * @param cell  of an input, such as {@code >= 2}
     * @param value the value of the input; null if it is not known
     * @return whether the value matches the cell
     */
    boolean holds(String cell, Object value) throws Unreadable;

    /** @return the value of an output cell; null if it depends on inputs or has none */
    Object value(String cell) throws Unreadable;

    /** @return why the expression may compute for ever, as the end of a sentence that begins with it; empty if it may not */
    Optional<String> tooMuch(String expression);

    /** A cell that is not valid FEEL. */
    class Unreadable extends Exception {

        public Unreadable(Throwable cause) {
            super(cause);
        }
    }
}
