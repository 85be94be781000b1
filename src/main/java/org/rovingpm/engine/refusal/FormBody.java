package org.rovingpm.engine.refusal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The body of a form's request, read once and checked to have the shape of form values before the engine sees it. */
class FormBody extends HttpServletRequestWrapper {

    /** Several times the longest texts of the largest form. */
    private static final int MOST_BYTES = 1_000_000;

    /** What Tasklist sends. The engine would also answer with all variables of the process. */
    private static final Set<String> NAMES = Set.of("variables", "businessKey");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final byte[] body;

    FormBody(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    }

    boolean tooLong() {
        return body.length > MOST_BYTES;
    }

    /** Whether it is an object of answers and no other wishes, whose variables, if any, are objects with a value. */
    boolean readable() {
        try {
            JsonNode sent = JSON.readTree(body);
            JsonNode variables = sent.path("variables");
            return sent.isObject()
                    && sent.properties().stream().map(Map.Entry::getKey).allMatch(NAMES::contains)
                    && (variables.isMissingNode()
                            || variables.isNull()
                            || variables.isObject()
                                    && variables.properties().stream()
                                            .allMatch(variable -> isVariable(variable.getValue())));
        } catch (IOException notJson) {
            return false;
        }
    }

    private static boolean isVariable(JsonNode variable) {
        JsonNode type = variable.path("type");
        JsonNode info = variable.path("valueInfo");
        boolean file = "file".equalsIgnoreCase(type.asText());
        return variable.isObject()
                && (type.isMissingNode() || type.isNull() || type.isTextual())
                && (info.isMissingNode() || info.isNull() || info.isObject())
                && (!file
                        || info.path("filename").isTextual()
                                && variable.path("value").isTextual());
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body has been read already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
