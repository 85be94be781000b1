package org.rovingpm.assessment;

import org.rovingpm.choice.Choice;

/** Why a request is declined. */
public final class DeclineReason extends Choice {

    DeclineReason(String code, String label, boolean inUse) {
        super(code, label, inUse);
    }
}
