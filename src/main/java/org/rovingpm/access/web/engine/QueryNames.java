package org.rovingpm.access.web.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a query has names for, in its address and, at any depth, in its body. */
final class QueryNames {

    private static final JsonFactory JSON = new JsonFactory();

    private QueryNames() {}

    /** Without those that are said to be false: they wish for nothing. */
    static List<String> inAddress(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> !Arrays.stream(parameter.getValue()).allMatch("false"::equals))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Empty if the body is no JSON. No body at all has no names. */
    static Optional<Collection<String>> inBody(byte[] body) throws IOException {
        Set<String> names = new HashSet<>();
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    names.add(json.currentName());
                }
            }
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
        return Optional.of(names);
    }
}
