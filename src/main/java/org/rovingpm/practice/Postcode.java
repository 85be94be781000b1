package org.rovingpm.practice;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postcode of the United Kingdom, always written "NG7 2NR" however it was typed ("ng72nr").
 * Anything of another shape is refused; whether it exists is not checked.
 */
public record Postcode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final int INWARD = 3;

    public Postcode {
        String together =
                value == null ? "" : SPACES.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(together).matches()) {
            throw new IllegalArgumentException("A postcode looks like NG7 2NR.");
        }
        int outward = together.length() - INWARD;
        value = together.substring(0, outward) + " " + together.substring(outward);
    }

    /** @return the postcode that a person wrote, or empty if it cannot be one */
    public static Optional<Postcode> of(String written) {
        try {
            return Optional.of(new Postcode(written));
        } catch (IllegalArgumentException notAPostcode) {
            return Optional.empty();
        }
    }

    /** The outward code: "NG7" of "NG7 2NR". */
    public String outcode() {
        return value.substring(0, value.indexOf(' '));
    }

    @Override
    public String toString() {
        return value;
    }
}
