package org.rovingpm.engine;

/** A decision that gives no answer, or several. Managers can correct it. */
public class BrokenDecision extends IllegalStateException {

    public BrokenDecision(String sentence) {
        super(sentence);
    }
}
