package org.rovingpm.engine;

/** A decision that gives no answer, or several. Managers can correct it. */
class BrokenDecision extends IllegalStateException {

    BrokenDecision(String sentence) {
        super(sentence);
    }
}
