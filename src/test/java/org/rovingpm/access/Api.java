package org.rovingpm.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The engine's REST API at one of its two addresses, called by one person. */
public class Api {

    /** The two addresses of the same API: for programs, and behind the engine's web applications. */
    public enum Door {
        PROGRAMS,
        WEB_APPLICATIONS
    }

    private static final String BOUNDARY = "----part";

    private final Browser browser;
    private final String prefix;
    private final String basic;

    private Api(Browser browser, String prefix, String basic) {
        this.browser = browser;
        this.prefix = prefix;
        this.basic = basic;
    }

    public static Api as(String person, Door door, int port) {
        Browser browser = new Browser(port);
        if (door == Door.PROGRAMS) {
            return new Api(browser, "/engine-rest", basic(person));
        }
        browser.signIn(person, TestPeople.PASSWORD);
        browser.get("/camunda/api/engine/engine");
        return new Api(browser, "/camunda/api/engine/engine/default", null);
    }

    /** A program that has this password. */
    public static Api program(String person, String password, int port) {
        return new Api(new Browser(port), "/engine-rest", basic(person, password));
    }

    /** The header by which a program says who calls. */
    public static String basic(String person) {
        return basic(person, TestPeople.PASSWORD);
    }

    /** As {@link #basic(String)}, with another password. */
    public static String basic(String person, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    /** What Tasklist asks for: tasks with the variables of their cards. */
    public HttpResponse<String> hal(String path) {
        return send(request(path).header("Accept", "application/hal+json").GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, json);
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, null);
    }

    /** Any call, at the whole of its address. */
    public HttpResponse<String> call(String method, String address) {
        boolean body = method.equals("POST") || method.equals("PUT");
        return send(authorized(browser.request(address))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body ? HttpRequest.BodyPublishers.ofString("{}") : HttpRequest.BodyPublishers.noBody()));
    }

    /** A call with a header of the browser or program that makes it. */
    public HttpResponse<String> post(String path, String json, String header, String value) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The number at "count" of an answer. */
    public int count(String path) {
        JsonNode count = Browser.json(get(path)).get("count");
        return count == null ? -1 : count.asInt();
    }

    public HttpResponse<String> deploy(String file, String content) {
        return deploy(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** As Camunda Modeler deploys: all files in one multipart request. */
    public HttpResponse<String> deploy(Map<String, byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of(
                        "deployment-name",
                        "by a test",
                        "deployment-source",
                        "Camunda Modeler",
                        "enable-duplicate-filtering",
                        "true")
                .forEach((name, value) ->
                        part(body, "name=\"%s\"".formatted(name), value.getBytes(StandardCharsets.UTF_8)));
        files.forEach((file, content) -> part(
                body,
                "name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream".formatted(file, file),
                content));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request("/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, disposition)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(String method, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(
                        method,
                        json == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        browser.cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return browser.send(request);
    }

    private HttpRequest.Builder request(String path) {
        return authorized(browser.request(prefix + path));
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return basic == null ? request : request.header("Authorization", basic);
    }
}
