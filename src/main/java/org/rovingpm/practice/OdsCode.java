package org.rovingpm.practice;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code by which the NHS Organisation Data Service knows an organisation, such as C84001.
 * Written in any case and with spaces around it; anything other than 3 to 10 letters and digits is refused.
 */
public record OdsCode(String value) implements Comparable<OdsCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{3,10}");

    public OdsCode {
        value = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An ODS code has 3 to 10 letters and digits, such as C84001.");
        }
    }

    /** @return the code that a person wrote, or empty if it cannot be one */
    public static Optional<OdsCode> of(String written) {
        try {
            return Optional.of(new OdsCode(written));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(OdsCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
