package org.rovingpm.supportcase;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a case from request to closure, such as RPM-2026-0042: the year of the request and a running number. */
public record CaseReference(String value) implements Comparable<CaseReference> {

    private static final Pattern SHAPE = Pattern.compile("RPM-[0-9]{4}-[0-9]{4,7}");

    public CaseReference {
        value = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A case number looks like RPM-2026-0042.");
        }
    }

    static CaseReference of(int year, int number) {
        return new CaseReference("RPM-%d-%04d".formatted(year, number));
    }

    /** @return the number that a person wrote, or empty if it cannot be one */
    public static Optional<CaseReference> read(String written) {
        try {
            return Optional.of(new CaseReference(written));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(CaseReference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
