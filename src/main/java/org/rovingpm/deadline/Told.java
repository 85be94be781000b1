package org.rovingpm.deadline;

import java.util.Arrays;
import java.util.Optional;

/** Who is told of a level. */
public enum Told {
    HOLDER("Whoever has it"),
    TEAM("Its team"),
    COORDINATORS("Coordinators"),
    SERVICE_MANAGERS("Service managers"),
    NOBODY("Nobody");

    private final String label;

    Told(String label) {
        this.label = label;
    }

    /** As the decision calls them. */
    public String label() {
        return label;
    }

    static Optional<Told> of(Object label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}
