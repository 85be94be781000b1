package org.rovingpm.engine.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rovingpm.database.PassingFailure;
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

    private static final Pattern INTERNALS = Pattern.compile(
            "ENGINE-\\d|Exception|\\b(java|jakarta|org|com)\\.[a-z]|\\bHTTP \\d|RESTEASY|SQL|Dto\\b|DTO");

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

    /** A failure of the database that passes. */
    byte[] passing(PassingFailure failure) {
        return bytes(json.createObjectNode().put("type", "Failure").put("message", failure.sentence()));
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
        JsonNode given = read(answer);
        if (!ACTIONS.matcher(path).matches()) {
            return internals(given) || given.path("message").asText().isBlank() ? reworded(status, given) : null;
        }
        if (given.path("type").asText().equals(OURS)) {
            return null;
        }
        ObjectNode plain = json.createObjectNode()
                .put("type", given.path("type").asText("Rejection"))
                .put("message", sentence(status));
        plain.set("code", given.path("code"));
        return bytes(plain);
    }

    /** The API itself has failed over what was sent. Its words repeat that, so that only their kind is for the log. */
    byte[] unreadable(String request, byte[] answer) {
        LOG.warn(
                "Unreadable: {}: {}",
                request,
                read(answer).path("type").asText("unknown").replaceAll("\\W", " "));
        return bytes(json.createObjectNode()
                .put("type", "Refusal")
                .put("message", "What was sent cannot be read: check the names and values of what is asked for."));
    }

    /** Everything but the words and details stays, such as what forbids a migration. */
    private byte[] reworded(int status, JsonNode given) {
        ObjectNode plain = given.isObject() ? ((ObjectNode) given).deepCopy() : json.createObjectNode();
        plain.remove("details");
        if (!plain.path("type").isTextual()) {
            plain.put("type", "Rejection");
        }
        return bytes(plain.put(
                "message",
                switch (status) {
                    case 401 -> "Sign in first: send a name and a password with the call.";
                    case 403 -> "You may not do this: your role does not include it.";
                    case 404 -> "There is nothing of this name or number, or it is not available to you.";
                    case 405 -> "This address cannot be used in this way: it is for another kind of call.";
                    case 406 -> "This address has no answer in the format that was asked for.";
                    case 415 -> "What was sent is in a format that this address does not take.";
                    default -> "This cannot be done with what was sent: check the names and values.";
                }));
    }

    private static boolean internals(JsonNode given) {
        return INTERNALS.matcher(given.path("message").asText()).find();
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
