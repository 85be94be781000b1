package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.badinput.BadInput;
import org.rovingpm.badinput.BadInputJourney;
import org.rovingpm.badinput.BadInputJourney.Stop;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Footprint;
import org.rovingpm.fixture.PlainAnswer;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The right form at the wrong moment, and the ways of the REST API around the forms: none changes anything. */
@ApplicationTest
class OtherWaysTest {

    private static final String VALUE = "{\"value\":\"GREEN\",\"type\":\"String\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private BadInputJourney journey;

    /** One call of the REST API, which has to be refused. */
    private record Call(String method, String path, String body) {}

    @BeforeEach
    void aSchemeOnAMonday() {
        journey = new BadInputJourney(context, port);
    }

    @AfterEach
    void leaveNothingRunning() {
        journey.cleanUp();
    }

    @Test
    void nobodyPassesTheFormOfATeamsTaskBy() {
        Stop stop = journey.upTo("assess-request");
        for (String person : List.of(journey.coordinator, journey.manager, journey.somebodyElse(Role.ROVING_PM))) {
            refusedWithoutTrace(journey.api(person, Api.Door.PROGRAMS), around(stop, person));
        }
    }

    @Test
    void nobodyPassesTheFormOfAPmsTaskBy() {
        Stop stop = journey.upTo("respond-to-offer");
        for (String person : List.of(journey.pm, journey.manager, journey.somebodyElse(Role.ROVING_PM))) {
            refusedWithoutTrace(journey.api(person, Api.Door.WEB_APPLICATIONS), around(stop, person));
        }
    }

    @Test
    void aTaskThatHasBeenDoneIsNotDoneAgain() {
        Stop stop = journey.upTo("assess-request");
        String task = journey.taskOf(stop);
        String body = BadInput.body(stop.good().get());
        assertThat(journey.send(stop, journey.coordinator, Api.Door.PROGRAMS, body)
                        .status())
                .isEqualTo(204);

        Api coordinator = journey.api(journey.coordinator, Api.Door.PROGRAMS);
        for (String action : List.of("submit-form", "complete", "claim", "unclaim", "resolve")) {
            String sent = action.equals("claim") ? "{\"userId\":\"%s\"}".formatted(journey.coordinator) : body;
            PlainAnswer answer = PlainAnswer.of(coordinator.post("/task/" + task + "/" + action, sent));
            assertThat(answer.faults()).as(action + " " + answer).isEmpty();
        }
        assertThat(PlainAnswer.of(coordinator.post("/task/" + task + "/submit-form", body))
                        .message())
                .startsWith("This task is no longer open");
    }

    @Test
    void theSameTaskSentTwiceAtTheSameMomentIsDoneOnce() throws Exception {
        Stop stop = journey.upTo("assess-request");
        journey.taskOf(stop);
        String other = journey.somebodyElse(Role.COORDINATOR);
        String body = BadInput.body(stop.good().get());
        List<PlainAnswer> answers = atOnce(
                () -> journey.send(stop, journey.coordinator, Api.Door.PROGRAMS, body),
                () -> journey.send(stop, other, Api.Door.WEB_APPLICATIONS, body));

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 204)
                .as(answers.toString())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 204)
                .singleElement()
                .satisfies(late -> assertThat(late.faults()).as(late.toString()).isEmpty());
        assertThat(journey.timeline())
                .filteredOn(what -> what.startsWith("More information asked for"))
                .hasSize(1);
    }

    @Test
    void theSameRequestTwiceIsOneCase() throws Exception {
        Stop stop = journey.upTo("request-help");
        String body = BadInput.body(stop.good().get());
        List<PlainAnswer> answers = atOnce(
                () -> journey.send(stop, journey.coordinator, Api.Door.PROGRAMS, body),
                () -> journey.send(stop, journey.coordinator, Api.Door.WEB_APPLICATIONS, body));
        PlainAnswer third = journey.send(stop, journey.coordinator, Api.Door.PROGRAMS, body);

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .as(answers.toString())
                .hasSize(1);
        assertThat(third.message())
                .isEqualTo("This request is already case %s: it has been sent before.".formatted(journey.reference));
    }

    @Test
    void aCaseOnHoldOrClosedTakesNothing() {
        Stop stop = journey.upTo("choose-pm");
        String task = journey.taskOf(stop);
        change("PUT_ON_HOLD", "holdUntil", "2026-11-30");
        for (Api.Door door : Api.Door.values()) {
            PlainAnswer answer = journey.send(
                    stop, journey.manager, door, BadInput.body(stop.good().get()));
            assertThat(answer.message()).isEqualTo("This case is on hold: resume it first.");
            assertThat(answer.faults()).isEmpty();
        }
        change("RESUME");
        change("PRACTICE_WITHDRAWS");
        PlainAnswer answer = PlainAnswer.of(journey.api(journey.manager, Api.Door.PROGRAMS)
                .post(
                        "/task/" + task + "/submit-form",
                        BadInput.body(stop.good().get())));
        assertThat(answer.message()).startsWith("This task is no longer open");

        journey.close();
        Map<String, String> before = journey.footprint().now();
        for (String change : List.of(
                "PUT_ON_HOLD",
                "RESUME",
                "CHANGE_RAG",
                "ASK_FOR_VARIATION",
                "PM_WITHDRAWS",
                "PRACTICE_WANTS_ANOTHER_PM",
                "PRACTICE_WITHDRAWS")) {
            PlainAnswer late = sent(change, "holdUntil", "2026-11-30", "rag", "RED", "agreedWith", "Dr Test");
            assertThat(late.faults()).as(change + late).isEmpty();
        }
        assertThat(journey.footprint().now()).isEqualTo(before);
    }

    private void change(String change, String... more) {
        PlainAnswer answer = sent(change, more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private PlainAnswer sent(String change, String... more) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>(
                Map.of("caseReference", journey.reference, "change", change, "reason", "Because."));
        for (int at = 0; at < more.length; at += 2) {
            fields.put(more[at], more[at + 1]);
        }
        return PlainAnswer.of(journey.api(journey.coordinator, Api.Door.PROGRAMS)
                .post("/process-definition/key/case-change/submit-form", BadInput.body(fields)));
    }

    private void refusedWithoutTrace(Api api, List<Call> calls) {
        List<String> faults = new ArrayList<>();
        Footprint footprint = journey.footprint();
        Map<String, String> before = footprint.now();
        for (Call call : calls) {
            HttpResponse<String> answer =
                    switch (call.method()) {
                        case "POST" -> api.post(call.path(), call.body());
                        case "PUT" -> api.put(call.path(), call.body());
                        default -> api.delete(call.path());
                    };
            boolean refused = answer.statusCode() >= 400 && answer.statusCode() != 405 && answer.statusCode() != 415;
            if (!refused || answer.body().matches("(?s).*(PSQL|### |ENGINE-|\\bat org\\.).*")) {
                faults.add("%s: %d %s".formatted(call, answer.statusCode(), answer.body()));
            }
        }
        Map<String, String> after = footprint.now();
        after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .forEach(table -> faults.add("changed: " + table.getKey()));
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    /** Every way of the REST API that could end, change, move or make a step without its form. */
    private List<Call> around(Stop stop, String person) {
        String task = "/task/" + journey.taskOf(stop);
        JsonNode details =
                Browser.json(journey.api(journey.coordinator, Api.Door.PROGRAMS).get(task));
        String instance = details.path("processInstanceId").asText();
        String execution = details.path("executionId").asText();
        String definition = details.path("processDefinitionId").asText();
        String variables = "{\"variables\":{\"rag\":" + VALUE + "}}";
        List<Call> calls = new ArrayList<>();
        for (String body : List.of("{}", variables, "{\"variables\":{},\"withVariablesInReturn\":true}")) {
            post(calls, task + "/complete", body);
            post(calls, task + "/submit-form", body);
            post(calls, task + "/resolve", body);
        }
        post(calls, task + "/bpmnError", "{\"errorCode\":\"any\",\"variables\":{}}");
        post(calls, task + "/bpmnEscalation", "{\"escalationCode\":\"any\",\"variables\":{}}");
        post(calls, task + "/delegate", "{\"userId\":\"" + journey.somebodyElse(Role.BUDGET_HOLDER) + "\"}");
        post(calls, task + "/claim", "{\"userId\":\"" + journey.somebodyElse(Role.LIAISON) + "\"}");
        post(calls, task + "/assignee", "{\"userId\":\"" + journey.somebodyElse(Role.LIAISON) + "\"}");
        if (stop.person().equals(journey.pm)) {
            post(calls, task + "/unclaim", "");
        }
        post(calls, task + "/identity-links", "{\"groupId\":\"liaison\",\"type\":\"candidate\"}");
        post(calls, task + "/identity-links", "{\"userId\":\"" + person + "\",\"type\":\"candidate\"}");
        post(calls, task + "/identity-links/delete", "{\"groupId\":\"coordinator\",\"type\":\"candidate\"}");
        post(calls, task + "/variables", "{\"modifications\":{\"rag\":" + VALUE + "}}");
        post(calls, task + "/localVariables", "{\"modifications\":{\"rag\":" + VALUE + "}}");
        for (String scope : List.of(
                task + "/variables/",
                task + "/localVariables/",
                "/process-instance/" + instance + "/variables/",
                "/execution/" + execution + "/localVariables/")) {
            calls.add(new Call("PUT", scope + "rag", VALUE));
            calls.add(new Call("PUT", scope + "rovingPmSubmission", VALUE));
            calls.add(new Call("DELETE", scope + "rag", null));
        }
        calls.add(new Call(
                "PUT",
                task + "/",
                "{\"name\":\"Done\",\"assignee\":\"" + person + "\",\"owner\":\"" + person + "\",\"priority\":99}"));
        calls.add(new Call("DELETE", task, null));
        post(calls, "/task/create", "{\"id\":\"of-my-own\",\"name\":\"Anything\"}");
        post(calls, "/process-instance/" + instance + "/variables", "{\"modifications\":{\"rag\":" + VALUE + "}}");
        post(
                calls,
                "/process-instance/" + instance + "/modification",
                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"" + stop.task() + "\"}]}");
        post(calls, "/process-instance/delete", "{\"processInstanceIds\":[\"" + instance + "\"]}");
        post(
                calls,
                "/process-instance/variables-async",
                "{\"processInstanceIds\":[\"" + instance + "\"],\"variables\":{\"rag\":" + VALUE + "}}");
        calls.add(new Call("DELETE", "/process-instance/" + instance, null));
        calls.add(new Call("PUT", "/process-instance/" + instance + "/suspended", "{\"suspended\":true}"));
        post(calls, "/execution/" + execution + "/signal", variables);
        post(calls, "/execution/" + execution + "/messages/pmWithdrawn/trigger", variables);
        post(
                calls,
                "/execution/" + execution + "/create-incident",
                "{\"incidentType\":\"any\",\"configuration\":\"x\"}");
        post(calls, "/execution/" + execution + "/localVariables", "{\"modifications\":{\"rag\":" + VALUE + "}}");
        post(calls, "/message", "{\"messageName\":\"supportWithdrawn\",\"businessKey\":\"" + journey.reference + "\"}");
        post(
                calls,
                "/message",
                "{\"messageName\":\"supportWithdrawn\",\"businessKey\":\"" + journey.reference + "\",\"all\":true}");
        post(calls, "/signal", "{\"name\":\"rosterChanged\",\"executionId\":\"" + execution + "\"}");
        post(
                calls,
                "/modification/execute",
                "{\"processDefinitionId\":\"" + definition + "\",\"processInstanceIds\":[\"" + instance
                        + "\"],\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"" + stop.task() + "\"}]}");
        for (String process : List.of(
                SupportCaseProcess.KEY,
                ManagerMatchingProcess.KEY,
                JobPlanApprovalProcess.KEY,
                WeeklyCheckInProcess.KEY,
                CaseClosureProcess.KEY,
                CaseChangeProcess.KEY,
                RosterChangeProcess.KEY)) {
            post(
                    calls,
                    "/process-definition/key/" + process + "/start",
                    "{\"businessKey\":\"" + journey.reference + "\"," + variables.substring(1));
            calls.add(new Call("PUT", "/process-definition/key/" + process + "/suspended", "{\"suspended\":true}"));
            post(
                    calls,
                    "/process-definition/key/" + process + "/submit-form",
                    "{\"businessKey\":\"" + journey.reference + "\"," + variables.substring(1));
        }
        post(
                calls,
                "/process-definition/" + definition + "/restart",
                "{\"processInstanceIds\":[\"" + instance
                        + "\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"" + stop.task()
                        + "\"}]}");
        calls.add(new Call("DELETE", "/history/process-instance/" + instance, null));
        post(
                calls,
                "/history/process-instance/delete",
                "{\"historicProcessInstanceIds\":[\"" + instance + "\"],\"deleteReason\":\"x\"}");
        post(calls, "/group/create", "{\"id\":\"coordinators\",\"name\":\"x\",\"type\":\"WORKFLOW\"}");
        calls.add(new Call("PUT", "/group/service-manager/members/" + person, null));
        post(
                calls,
                "/authorization/create",
                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"" + person
                        + "\",\"resourceType\":6,\"resourceId\":\"*\"}");
        return calls;
    }

    private static void post(List<Call> calls, String path, String body) {
        calls.add(new Call("POST", path, body));
    }

    private static List<PlainAnswer> atOnce(Callable<PlainAnswer> one, Callable<PlainAnswer> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<PlainAnswer>> answers = new ArrayList<>();
            for (Callable<PlainAnswer> action : List.of(one, other)) {
                answers.add(people.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    return action.call();
                }));
            }
            return List.of(
                    answers.get(0).get(60, TimeUnit.SECONDS), answers.get(1).get(60, TimeUnit.SECONDS));
        } finally {
            people.shutdownNow();
        }
    }
}
