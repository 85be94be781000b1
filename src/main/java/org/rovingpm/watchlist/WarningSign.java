package org.rovingpm.watchlist;

import org.rovingpm.choice.Choice;

/** What makes the liaison team think that a practice may need help. */
public final class WarningSign extends Choice {

    WarningSign(String code, String label, boolean inUse) {
        super(code, label, inUse);
    }
}
