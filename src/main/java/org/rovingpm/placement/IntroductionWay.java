package org.rovingpm.placement;

import org.rovingpm.choice.Choice;

/** How a PM and a practice are brought together. */
public final class IntroductionWay extends Choice {

    IntroductionWay(String code, String label, boolean inUse) {
        super(code, label, inUse);
    }
}
