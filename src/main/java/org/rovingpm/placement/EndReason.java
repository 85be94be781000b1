package org.rovingpm.placement;

/** Why a PM is no longer at a practice. */
public enum EndReason {
    PM_WITHDREW("The PM withdrew", true),
    PRACTICE_WANTED_ANOTHER("The practice wanted another PM", true),
    PM_REPLACED("The service manager replaced the PM", true),
    SUPPORT_ENDED("Support ended", false);

    private final String label;
    private final boolean needsAnotherPm;

    EndReason(String label, boolean needsAnotherPm) {
        this.label = label;
        this.needsAnotherPm = needsAnotherPm;
    }

    public String label() {
        return label;
    }

    /** Whether the case goes on and needs another PM. */
    public boolean needsAnotherPm() {
        return needsAnotherPm;
    }
}
