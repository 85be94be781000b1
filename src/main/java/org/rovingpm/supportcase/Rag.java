package org.rovingpm.supportcase;

/** How much a case presses: RED most, GREEN least. */
public enum Rag {
    GREEN,
    AMBER,
    RED;

    /** Whether this rating presses more than the other; anything presses more than no rating. */
    public boolean worseThan(Rag other) {
        return other == null || compareTo(other) > 0;
    }

    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
