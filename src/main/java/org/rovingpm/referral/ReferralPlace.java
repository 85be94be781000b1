package org.rovingpm.referral;

import org.rovingpm.choice.Choice;

/** A place to which practices can be referred. */
public final class ReferralPlace extends Choice {

    ReferralPlace(String code, String label, boolean inUse) {
        super(code, label, inUse);
    }
}
