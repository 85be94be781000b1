package org.rovingpm.web.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is no JSON, nests too deep or has too many parts, before anything is made of it: a few bytes can become
 * many objects. Stands before our own readers and the engine's alike, and after the sign-in.
 */
class JsonBodyFilter extends OncePerRequestFilter {

    private static final Set<String> WITH_BODY =
            Set.of(HttpMethod.POST.name(), HttpMethod.PUT.name(), HttpMethod.PATCH.name(), HttpMethod.DELETE.name());
    private static final Set<String> NO_JSON = Set.of("multipart/", "application/x-www-form-urlencoded", "text/");

    private final JsonFactory reader;

    JsonBodyFilter(BodySettings settings) {
        reader = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(settings.depth())
                        .maxTokenCount(settings.elements())
                        .build())
                .build();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return !WITH_BODY.contains(request.getMethod())
                || request.getContentLengthLong() == 0
                || NO_JSON.stream().anyMatch(type::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ReadBody body = new ReadBody(request);
        BodyRefused refused = body.isEmpty() ? null : problem(body.bytes());
        if (refused == null) {
            chain.doFilter(body, response);
        } else {
            refused.remember(request);
            response.sendError(refused.status());
        }
    }

    private BodyRefused problem(byte[] body) {
        try (JsonParser tokens = reader.createParser(body)) {
            while (tokens.nextToken() != null) {
                // Numbers are only read when somebody asks for them
                if (tokens.currentToken().isNumeric()) {
                    tokens.getNumberValue();
                }
            }
            return null;
        } catch (StreamConstraintsException tooMuch) {
            return new BodyRefused(
                    HttpServletResponse.SC_BAD_REQUEST,
                    "What was sent nests too deep, or has too many parts or too long ones: send less at once.");
        } catch (IOException noJson) {
            return new BodyRefused(
                    HttpServletResponse.SC_BAD_REQUEST, "What was sent cannot be read, because it is not valid JSON.");
        }
    }
}
