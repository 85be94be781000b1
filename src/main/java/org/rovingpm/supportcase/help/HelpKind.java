package org.rovingpm.supportcase.help;

import org.rovingpm.choice.Choice;

/** A kind of help that practices request and PMs can give. */
public final class HelpKind extends Choice {

    private final String skill;

    HelpKind(String code, String label, String skill, boolean inUse) {
        super(code, label, inUse);
        this.skill = skill;
    }

    /** What a PM has who can give it: “CQC”, as in “Has CQC and finances skills”. */
    public String skill() {
        return skill;
    }
}
