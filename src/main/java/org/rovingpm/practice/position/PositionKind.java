package org.rovingpm.practice.position;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rovingpm.practice.Postcode;

/** What the rows of a file of positions are about. */
enum PositionKind {
    POSTCODE("a postcode", List.of("postcode", "pcds")) {
        @Override
        Optional<String> read(String written) {
            return Postcode.of(written).map(Postcode::value);
        }
    },

    OUTCODE("an outward code such as NG7", List.of("outcode")) {
        @Override
        Optional<String> read(String written) {
            String code = written.strip().toUpperCase(Locale.ROOT);
            return SHAPE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
        }
    };

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?");

    private final String description;
    private final List<String> headers;

    PositionKind(String description, List<String> headers) {
        this.description = description;
        this.headers = headers;
    }

    /** @return the code as it is stored, or empty if it cannot be one */
    abstract Optional<String> read(String written);

    String description() {
        return description;
    }

    List<String> headers() {
        return headers;
    }
}
