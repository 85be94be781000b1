package org.rovingpm.advice;

import org.rovingpm.choice.Choice;

/** How advice is given. */
public final class AdviceWay extends Choice {

    AdviceWay(String code, String label, boolean inUse) {
        super(code, label, inUse);
    }
}
