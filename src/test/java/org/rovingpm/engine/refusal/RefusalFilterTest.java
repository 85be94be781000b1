package org.rovingpm.engine.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.database.PassingFailure;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class RefusalFilterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDED = "7";
    private static final String FORM = "/engine-rest/task/1/submit-form";

    private final RefusalFilter filter = new RefusalFilter(new PlainAnswers(JSON), task -> !task.equals(ENDED));
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", FORM);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private JsonNode answerTo(
            String path, int status, String type, String message, Consumer<MockHttpServletRequest> meanwhile)
            throws Exception {
        request.setRequestURI(path);
        request.setServletPath(path);
        String body = JSON.writeValueAsString(JSON.createObjectNode()
                .put("type", type)
                .put("message", message)
                .put("code", 7));
        filter.doFilter(request, response, (asked, answer) -> {
            meanwhile.accept(request);
            ((HttpServletResponse) answer).setStatus(status);
            answer.setContentType("application/json");
            answer.setContentLength(body.length());
            answer.getOutputStream().write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
        return JSON.readTree(response.getContentAsByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task/1/submit-form",
        "/camunda/api/engine/engine/default/task/count",
        "/engine-rest/deployment/create"
    })
    void aFailureIsANumberForThePersonAndTheRestForTheLog(String path, CapturedOutput log) throws Exception {
        JsonNode answer = answerTo(
                path,
                500,
                "ProcessEnginePersistenceException",
                "### Error: insert into\nsupport_case",
                asked -> asked.setAttribute(RefusalRecorder.COMMAND_FAILED, true));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(answer.get("message").asText())
                .matches("Something went wrong on our side.* give the administrator the number [0-9a-f]{8}\\.");
        String number = answer.get("message").asText().replaceFirst(".*number (.*)\\.", "$1");
        assertThat(log.getAll())
                .contains("Failure " + number + " of POST " + path + ": ### Error: insert into support_case");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    }

    @Test
    void aRefusalIsItsSentencesAndItsProblems() throws Exception {
        Refusal refusal = new Refusal(
                List.of(new Problem("hours", "Give the hours."), new Problem("fund", "Choose the fund that pays.")));
        JsonNode answer = answerTo(
                FORM,
                500,
                "RestException",
                "Cannot submit",
                asked -> asked.setAttribute(RefusalRecorder.ATTRIBUTE, refusal));

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(answer.get("message").asText()).isEqualTo("Give the hours. Choose the fund that pays.");
        assertThat(answer.get("problems")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"403,You may not do this", "404,This is not available to you", "400,What was sent cannot be read"})
    void theEnginesWordsAreReplacedWherePeopleAct(int status, String sentence) throws Exception {
        JsonNode answer =
                answerTo(FORM, status, "AnyException", "Cannot submit task form 1: ENGINE-00001", asked -> {});

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(answer.get("message").asText()).startsWith(sentence).endsWith(".");
        assertThat(answer.get("type").asText()).isEqualTo("AnyException");
        assertThat(answer.get("code").asInt()).isEqualTo(7);
    }

    @Test
    void theEnginesWordsStayWhereTheyHelp() throws Exception {
        assertThat(answerTo(
                                "/engine-rest/deployment/create",
                                400,
                                "ParseException",
                                "Line 4: no such element",
                                asked -> {})
                        .get("message")
                        .asText())
                .isEqualTo("Line 4: no such element");
    }

    @Test
    void theEnginesInternalsAreReplacedEverywhereAndTheRestStays() throws Exception {
        JsonNode answer = answerTo(
                "/engine-rest/migration/execute",
                400,
                "MigratingProcessInstanceValidationException",
                "ENGINE-23001 Process instance 'x' cannot be migrated",
                asked -> {});
        assertThat(answer.get("message").asText())
                .isEqualTo("This cannot be done with what was sent: check the names and values.");
        assertThat(answer.get("type").asText()).isEqualTo("MigratingProcessInstanceValidationException");
        assertThat(answer.get("code").asInt()).isEqualTo(7);
    }

    @Test
    void whatTheApiCannotReadIsNoFailureOfOurs() throws Exception {
        JsonNode answer = answerTo(
                "/engine-rest/task", 500, "NullPointerException", "Cannot invoke \"java.lang.Object\"", asked -> {});
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(answer.get("message").asText())
                .isEqualTo("What was sent cannot be read: check the names and values of what is asked for.");
    }

    @Test
    void whatSucceedsPassesAsItIs() throws Exception {
        assertThat(answerTo(FORM, 200, "x", "Done", asked -> {}).get("message").asText())
                .isEqualTo("Done");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,submit-form,422",
        "POST,claim,422",
        "GET,form-variables,404",
        "GET,rendered-form,404",
        "GET,deployed-form,404"
    })
    void whateverFailsAboutATaskThatSomebodyElseHasEndedIsOneSentence(
            String method, String what, int status, CapturedOutput log) throws Exception {
        request.setMethod(method);
        JsonNode answer = answerTo(
                "/camunda/api/engine/engine/default/task/" + ENDED + "/" + what,
                500,
                "NullValueException",
                "execution 4 doesn't exist: execution is null",
                asked -> asked.setAttribute(RefusalRecorder.COMMAND_FAILED, true));
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(answer.get("message").asText())
                .isEqualTo(TaskNotOpen.refusal().getMessage());
        assertThat(log.getAll()).doesNotContain("ERROR");
    }

    @ParameterizedTest
    @EnumSource(PassingFailure.class)
    void whatPassesIsNoFailureOfWhoAsked(PassingFailure passing) throws Exception {
        JsonNode answer = answerTo(
                FORM,
                500,
                "ProcessEnginePersistenceException",
                "### Error querying database",
                asked -> asked.setAttribute(RefusalRecorder.PASSING, passing));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(answer.get("message").asText()).isEqualTo(passing.sentence());
    }
}
