package org.rovingpm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An answer that refuses, as the person reads it. */
record PlainAnswer(int status, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INTERNALS = Pattern.compile(
            "ENGINE-|Exception|\\bjava\\.|\\bjakarta\\.|\\borg\\.[a-z]|\\bcom\\.[a-z]|\\bSQL\\b|stackTrace|\\bat [a-z]+\\.[a-z]|DTO|Dto|null\\b|ACT_|jackson|StreamRead|"
                    + "process instance|execution|variable",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern SENTENCES = Pattern.compile("(?s)[A-Z0-9“].*[.?!]");
    private static final int LONGEST = 6_000;

    static PlainAnswer of(HttpResponse<String> response) {
        return new PlainAnswer(response.statusCode(), response.body());
    }

    String message() {
        try {
            JsonNode message = JSON.readTree(body).path("message");
            return message.isTextual() ? message.asText() : "";
        } catch (IOException notJson) {
            return "";
        }
    }

    /** What is wrong with this answer to a bad submission; empty where it is as it should be. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (status < 400 || status >= 500) {
            faults.add("status " + status);
        }
        String message = message();
        if (!SENTENCES.matcher(message).matches()) {
            faults.add("no sentence");
        }
        if (INTERNALS.matcher(message.replaceAll("“[^”]*”", "")).find()
                || body.contains("ENGINE-")
                || body.contains("Exception:")) {
            faults.add("internals");
        }
        if (UNPRINTABLE.matcher(message).find()
                || message.replace("such as <b>", "").contains("<")) {
            faults.add("raw characters");
        }
        if (body.length() > 3 * LONGEST || message.length() > LONGEST) {
            faults.add("too long: " + body.length());
        }
        return faults;
    }
}
