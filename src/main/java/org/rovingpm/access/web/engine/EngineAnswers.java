package org.rovingpm.access.web.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers in the format of the engine's REST API, so that its web applications show the sentence. */
public final class EngineAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EngineAnswers() {}

    public static void refuse(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        JSON.writeValue(response.getOutputStream(), Map.of("type", "Refusal", "message", sentence));
    }
}
