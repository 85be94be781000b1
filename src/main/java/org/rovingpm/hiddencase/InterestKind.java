package org.rovingpm.hiddencase;

import org.rovingpm.choice.Choice;

/** What an interest is about. */
public final class InterestKind extends Choice {

    InterestKind(String code, String label, boolean inUse) {
        super(code, label, inUse);
    }
}
