package org.rovingpm.modelcheck.known;

/** Reads the cells of decisions, which are written in FEEL. */
public interface Feel {

    /**
     * @param cell  of an input, such as {@code >= 2}
     * @param value that is put to it; null where it is not known
     * @return whether the cell holds for the value
     */
    boolean holds(String cell, Object value) throws Unreadable;

    /** @return the value of an output cell; null where it depends on facts, or gives none */
    Object value(String cell) throws Unreadable;

    /** A cell that is no FEEL. */
    class Unreadable extends Exception {

        public Unreadable(Throwable cause) {
            super(cause);
        }
    }
}
