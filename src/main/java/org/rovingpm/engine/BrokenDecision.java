package org.rovingpm.engine;

/** A decision that gives no answer, or several: managers can mend it. */
class BrokenDecision extends IllegalStateException {

    BrokenDecision(String sentence) {
        super(sentence);
    }
}
