package org.rovingpm.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole application over a socket: how much, how deep, and in which order it looks at rights and reads. */
@ApplicationTest
@Timeout(60)
class EveryDoorHasLimitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private String basic(Role role) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (people.with(role) + ":" + TestPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String authorization, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String sentence(HttpResponse<String> answer) throws IOException {
        JsonNode read = JSON.readTree(answer.body());
        assertThat(read.path("type").asText()).as(answer.body()).isEqualTo("Refusal");
        return read.path("message").asText();
    }

    @Test
    void aServicesTokenIsLookedAtBeforeAnythingIsRead() throws Exception {
        for (String token : List.of("", "Authorization: Bearer wrong\r\n")) {
            try (RawConnection connection = new RawConnection(port)
                    .send("POST /notify/receipts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + token + "Content-Length: 40000000\r\n\r\n")) {
                assertThat(connection.answer("\r\n")).startsWith("HTTP/1.1 401");
                assertThat(connection.closes()).isTrue();
            }
        }
    }

    @Test
    void aPasswordIsLookedAtBeforeAnythingIsRead() throws Exception {
        for (String path : List.of("/engine-rest/task", "/engine-rest/deployment/create", "/uploads/RPM-2026-0001")) {
            try (RawConnection connection = new RawConnection(port)
                    .send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 40000000\r\n\r\n")) {
                assertThat(connection.answer("\r\n")).as(path).startsWith("HTTP/1.1 401");
            }
        }
    }

    @Test
    void aCallThatIsTooLargeIsRefusedWithASentence() throws Exception {
        String large = "{\"reference\":\"" + "x".repeat(300_000) + "\"}";
        HttpResponse<String> ofService = post("/notify/receipts", "Bearer receipts-of-tests", large);
        assertThat(ofService.statusCode()).isEqualTo(413);
        assertThat(sentence(ofService)).isEqualTo("This is more than one call may send: send less at once.");
        HttpResponse<String> ofEngine = post("/engine-rest/filter/1/list", basic(Role.COORDINATOR), large);
        assertThat(ofEngine.statusCode()).isEqualTo(413);
        assertThat(sentence(ofEngine)).isEqualTo("This is more than one call may send: send less at once.");
    }

    @Test
    void aDeploymentThatIsTooLargeIsRefusedByTheLengthItSays() throws Exception {
        for (String path : List.of("/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create")) {
            try (RawConnection connection = new RawConnection(port)
                    .send(
                            "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                    + basic(Role.PROCESS_MANAGER)
                                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 30000000\r\n\r\n")) {
                assertThat(connection.answer("}"))
                        .as(path)
                        .startsWith("HTTP/1.1 413")
                        .contains("These files are larger than 20 MB together: deploy fewer at once.");
            }
        }
    }

    @Test
    void jsonWithTooManyPartsOrTooDeepIsRefusedWithASentence() throws Exception {
        String objects = IntStream.range(0, 20_000).mapToObj(each -> "{}").collect(Collectors.joining(","));
        String deep = "{\"a\":".repeat(60) + "1" + "}".repeat(60);
        for (String body : List.of("{\"orQueries\":[" + objects + "]}", deep)) {
            for (String path : List.of("/engine-rest/filter/1/list", "/engine-rest/filter/1/count")) {
                HttpResponse<String> refused = post(path, basic(Role.SERVICE_MANAGER), body);
                assertThat(refused.statusCode()).as(path).isEqualTo(400);
                assertThat(sentence(refused))
                        .isEqualTo(
                                "What was sent nests too deep, or has too many parts or too long ones: send less at once.");
            }
            HttpResponse<String> ofService = post("/notify/receipts", "Bearer receipts-of-tests", body);
            assertThat(ofService.statusCode()).isEqualTo(400);
            assertThat(sentence(ofService)).contains("nests too deep");
        }
    }

    @Test
    void whatIsNoJsonIsRefusedWithASentence() throws Exception {
        for (String path : List.of("/engine-rest/filter/1/list", "/engine-rest/filter/1/count")) {
            HttpResponse<String> refused = post(path, basic(Role.COORDINATOR), "{\"assignee\": ");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(sentence(refused)).isEqualTo("What was sent cannot be read, because it is not valid JSON.");
        }
    }

    @Test
    void aPageTakesSoManyParametersAndNoMore() throws Exception {
        String many =
                IntStream.range(0, 1_200).mapToObj(each -> "a" + each + "=1").collect(Collectors.joining("&"));
        try (RawConnection connection = new RawConnection(port)
                .send("GET /request-help/practices?" + many
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")) {
            assertThat(connection.answer("</html>"))
                    .startsWith("HTTP/1.1 400")
                    .contains("The address cannot be read: it has too many parts, or one that is no text.");
        }
    }
}
