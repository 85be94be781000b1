package org.rovingpm.engine.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rovingpm.submission.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewords the errors of the engine's REST API for people, in the API's own format. Type and code stay for programs;
 * internal details go to the log only.
 */
class PlainAnswers {

    /** Where people act. Elsewhere (queries, deployments, operations) the API's own words are more helpful. */
    private static final Pattern ACTIONS = Pattern.compile(
            "(/engine-rest(/engine/[^/]+)?|/camunda/api/engine/engine/[^/]+)/(task/.+|process-definition/.+/(submit-form|start))");

    private static final String OURS = "RefusedByGuard";
    private static final Logger LOG = LoggerFactory.getLogger(PlainAnswers.class);

    private final ObjectMapper json;

    PlainAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** A refusal of ours, with all its problems. */
    byte[] refusal(Refusal refusal) {
        ObjectNode answer = json.createObjectNode().put("type", "Refusal").put("message", refusal.getMessage());
        answer.set("problems", json.valueToTree(refusal.problems()));
        return bytes(answer);
    }

    /** An unexpected failure: the person gets a number under which it is in the log. */
    byte[] failure(String request, byte[] answer) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error(
                "Failure {} of {}: {}",
                number,
                request,
                read(answer).path("message").asText().replaceAll("\\p{Cntrl}", " "));
        return bytes(json.createObjectNode()
                .put("type", "Failure")
                .put(
                        "message",
                        "Something went wrong on our side, and nothing has been changed. Try again; if it happens again, give the administrator the number %s."
                                .formatted(number)));
    }

    /** @return the answer with a message for people in place of the engine's; null leaves it as it is */
    byte[] rejection(String path, int status, byte[] answer) {
        if (!ACTIONS.matcher(path).matches()) {
            return null;
        }
        JsonNode given = read(answer);
        if (given.path("type").asText().equals(OURS)) {
            return null;
        }
        ObjectNode plain = json.createObjectNode()
                .put("type", given.path("type").asText("Rejection"))
                .put("message", sentence(status));
        plain.set("code", given.path("code"));
        return bytes(plain);
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401 -> "You have been signed out: sign in again.";
            case 403 ->
                "You may not do this: it is for another role or the task's assignee, or needs its form in Tasklist.";
            case 404 ->
                "This is not available to you: it has been done, the case has moved on, or it belongs to another role. "
                        + "Refresh the list.";
            default -> "What was sent cannot be read: open the form again and fill it in there.";
        };
    }

    private JsonNode read(byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (java.io.IOException notJson) {
            return json.createObjectNode();
        }
    }

    private byte[] bytes(ObjectNode answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
