package org.rovingpm.hiddencase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Ability;
import org.rovingpm.access.Api;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.TestProcesses;
import org.rovingpm.access.call.AllowedCalls;
import org.rovingpm.access.call.Call;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each listed call that names a thing of a case, made by somebody of each role: of a case in which they have an interest, and of a
 * confidential one, the answers are those about what does not exist. What was answered stands in {@code target/listed-calls.md}.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListedCallsTest {

    private static final String ID = "{id}";

    /** Where something stands, which those who mend processes see also of a confidential case. */
    private static final Set<String> STANDING = Set.of("process-instance", "history");

    private enum Kind {
        OWN,
        OTHERS,
        INTEREST,
        CONFIDENTIAL,
        UNKNOWN
    }

    private record Ids(String instance, String task, String variable) {

        String of(Call call) {
            return switch (call.path().get(0)) {
                case "task" -> task;
                case "variable-instance" -> variable;
                default -> instance;
            };
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestProcesses processes;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private MakeConfidential makeConfidential;

    @Autowired
    private SupportCases cases;

    @Autowired
    private JdbcClient jdbc;

    private final Set<String> rows = new TreeSet<>();

    @BeforeAll
    void processesWithOneTaskEach() {
        processes.deploy();
    }

    @AfterAll
    void removeThemAndWriteTheTable() throws IOException {
        processes.undeploy();
        List<String> lines = new ArrayList<>(List.of(
                "| call | role | own | other's | interest | confidential | unknown |",
                "|---|---|---|---|---|---|---|"));
        lines.addAll(rows);
        Files.write(Path.of("target", "listed-calls.md"), lines);
    }

    private Ids of(CaseReference reference) {
        String instance = processes.start(SupportCaseProcess.KEY, reference.value());
        return new Ids(
                instance,
                processes.taskOf(instance),
                runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .list()
                        .get(0)
                        .getId());
    }

    private Map<Kind, Ids> casesFor(String person) {
        Map<Kind, Ids> all = new EnumMap<>(Kind.class);
        for (Kind kind : List.of(Kind.OWN, Kind.OTHERS, Kind.INTEREST, Kind.CONFIDENTIAL)) {
            CaseReference reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
            all.put(kind, of(reference));
            if (kind == Kind.OWN) {
                processes.assign(all.get(kind).task(), person);
            } else if (kind == Kind.INTEREST) {
                declareInterest.declare(person, cases.get(reference).leadingPractice(), "My sister is a partner.");
            } else if (kind == Kind.CONFIDENTIAL) {
                makeConfidential.make(
                        reference,
                        new MakeConfidential.Form("A partner is accused.", List.of()),
                        people.with(Role.COORDINATOR));
            }
        }
        all.put(
                Kind.UNKNOWN,
                new Ids(
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString()));
        return all;
    }

    private static List<Call> calls(Role role) {
        return Stream.concat(
                        AllowedCalls.ofAllWithAnAccount().stream(),
                        role.abilities().stream().flatMap(ability -> AllowedCalls.of(ability).stream()))
                .filter(call -> call.path().contains(ID))
                .filter(call -> Set.of("task", "process-instance", "variable-instance")
                                .contains(call.path().get(0))
                        || call.address().startsWith("/history/process-instance/"))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void tellNothingOfACaseThatIsHidden(Role role) {
        String person = people.with(role);
        Api api = Api.as(person, Api.Door.PROGRAMS, port);
        Map<Kind, Ids> ids = casesFor(person);
        for (Call call : calls(role)) {
            Map<Kind, String> told = new EnumMap<>(Kind.class);
            StringBuilder row =
                    new StringBuilder("| `%s %s` | %s |".formatted(call.method(), call.address(), role.one()));
            for (Kind kind : Kind.values()) {
                boolean changes = !call.method().equals("GET") && (kind == Kind.OWN || kind == Kind.OTHERS);
                if (changes) {
                    row.append(" – |");
                    continue;
                }
                String id = ids.get(kind).of(call);
                HttpResponse<String> answer =
                        api.call(call.method(), "/engine-rest" + call.address().replace(ID, id));
                told.put(kind, answer.statusCode() + told(answer.body(), ids.get(kind)));
                row.append(" %d |".formatted(answer.statusCode()));
            }
            rows.add(row.toString());
            assertThat(told.get(Kind.INTEREST)).as("interest: %s", call).isEqualTo(told.get(Kind.UNKNOWN));
            if (!role.abilities().contains(Ability.COCKPIT)
                    || !STANDING.contains(call.path().get(0))) {
                assertThat(told.get(Kind.CONFIDENTIAL))
                        .as("confidential: %s", call)
                        .isEqualTo(told.get(Kind.UNKNOWN));
            }
        }
    }

    private static String told(String body, Ids ids) {
        return body.replace(ids.instance(), "?")
                .replace(ids.task(), "?")
                .replace(ids.variable(), "?")
                .replaceAll("the number [0-9a-f]{8}", "the number ?");
    }

    @Test
    void tellOfACaseThatIsNot() {
        for (Role role : List.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.ROVING_PM)) {
            String person = people.with(role);
            Ids own = casesFor(person).get(Kind.OWN);
            assertThat(Api.as(person, Api.Door.PROGRAMS, port)
                            .get("/task/" + own.task())
                            .statusCode())
                    .as(role.one())
                    .isEqualTo(200);
        }
    }
}
