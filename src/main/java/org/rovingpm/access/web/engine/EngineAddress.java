package org.rovingpm.access.web.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * An address of the engine's interfaces, written in one way only: decoded once, and for the REST API from the engine on, at
 * whichever of its doors. What is spelt so that another part of the application could read it otherwise is no address.
 */
final class EngineAddress {

    /** Encoded letters, digits and separators, and parameters within a path: no program needs them. */
    private static final Pattern ODD_SPELLING = Pattern.compile(
            "(?i)%(2[DEF]|3[0-9B]|[46][1-9A-F]|[57][0-9A]|5[CF]|7E|25|[01][0-9A-F]|7F)|;|//|\\\\|/\\.{1,2}(/|$)");

    private static final List<String> DOORS = List.of(
            "/engine-rest/engine/default/",
            "/engine-rest/",
            "/camunda/api/engine/engine/default/",
            "/camunda/api/engine/");

    private EngineAddress() {}

    /** Empty if it is not spelt as an address of the engine is. */
    static Optional<String> of(HttpServletRequest request) {
        String spelt =
                request.getRequestURI().substring(request.getContextPath().length());
        if (ODD_SPELLING.matcher(spelt).find()) {
            return Optional.empty();
        }
        String address = UriUtils.decode(spelt, StandardCharsets.UTF_8);
        return Optional.of(DOORS.stream()
                .filter(address::startsWith)
                .findFirst()
                .map(door -> address.substring(door.length() - 1))
                .orElse(address));
    }
}
