package org.rovingpm.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.rovingpm.access.TestPeople;

/** Asks the engine's REST API what Tasklist asks it, name and password included. */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String root;
    private final String basic;

    Caller(int port, String person) {
        this.root = "http://localhost:" + port + "/engine-rest";
        this.basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((person + ":" + TestPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    JsonNode get(String path) {
        return send("GET", path, null, "application/json");
    }

    JsonNode post(String path, String json) {
        return send("POST", path, json, "application/json");
    }

    /** @return the id of a task list by its name */
    String filter(String name) {
        return get("/filter?maxResults=50").findParents("name").stream()
                .filter(filter -> name.equals(filter.path("name").asText()))
                .map(filter -> filter.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** @return the first page of a task list, with the variables of its cards, as Tasklist fetches it */
    JsonNode page(String filter) {
        return send("POST", "/filter/" + filter + "/list?firstResult=0&maxResults=15", "{}", "application/hal+json");
    }

    int count(String filter) {
        return get("/filter/" + filter + "/count").path("count").asInt();
    }

    /** Opens a task as Tasklist does: the task, its form, and what the form shows. */
    void open(String task) {
        get("/task/" + task);
        get("/task/" + task + "/form");
        get("/task/" + task + "/deployed-form");
        get("/task/" + task + "/form-variables?deserializeValues=false");
    }

    /** Completes a task by its form. */
    void submit(String task, Map<String, ?> fields) {
        ObjectNode variables = JSON.createObjectNode();
        fields.forEach((name, value) -> {
            ObjectNode variable = variables.putObject(name);
            if (value instanceof Collection<?>) {
                variable.put("type", "Json")
                        .put("value", JSON.valueToTree(value).toString());
            } else {
                variable.putPOJO("value", value);
            }
        });
        post(
                "/task/" + task + "/submit-form",
                JSON.createObjectNode().set("variables", variables).toString());
    }

    private JsonNode send(String method, String path, String json, String accept) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", basic)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        "%s %s answered %d: %s".formatted(method, path, response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
