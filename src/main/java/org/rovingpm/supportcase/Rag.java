package org.rovingpm.supportcase;

/** How urgent a case is: RED most, GREEN least. */
public enum Rag {
    GREEN,
    AMBER,
    RED;

    /** Whether this rating is more urgent than the other; any rating is more urgent than none. */
    public boolean worseThan(Rag other) {
        return other == null || compareTo(other) > 0;
    }

    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
