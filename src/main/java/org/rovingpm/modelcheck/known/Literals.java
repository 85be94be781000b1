package org.rovingpm.modelcheck.known;

/** Tries values that are written in a model, as the engine would when a case comes to them. */
public interface Literals {

    /** @param value as it is written, or as its expression works out; whether the engine can use it */
    boolean reads(ValueKind kind, Object value);
}
