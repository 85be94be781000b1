package org.rovingpm.practice.register;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.practice.PracticeRegisterRefreshProcess.Elements.APPLY_REGISTER;
import static org.rovingpm.practice.PracticeRegisterRefreshProcess.Elements.BEGIN_REFRESH;
import static org.rovingpm.practice.PracticeRegisterRefreshProcess.KEY;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.model.ProcessModel;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.PracticeStatus;
import org.rovingpm.practice.Practices;
import org.rovingpm.practice.register.RegisterApiSettings.Shape;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The register over a real socket: slow, failing, broken and healed. Commits, because only committed jobs are retried. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class PracticeRegisterRefreshProcessTest {

    private static final WireMockServer REGISTER =
            new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());
    private static final String LIST =
            "/ORD/2-0-0/organisations?PrimaryRoleId=RO177&NonPrimaryRoleId=RO76&Limit=1000&Offset=1";

    @Autowired
    private RegisterApi api;

    @Autowired
    private LookUpPractice lookUpPractice;

    @Autowired
    private Practices practices;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    static void startRegister() {
        REGISTER.start();
    }

    @AfterAll
    static void stopRegister() {
        REGISTER.stop();
    }

    @BeforeEach
    void setRegister() {
        jdbc.sql("update practice set in_register = false where in_register").update();
        set(Optional.of(URI.create(REGISTER.baseUrl() + "/ORD/2-0-0/")));
        ReflectionTestUtils.setField(
                api, "settings", new RegisterApiSettings(null, "secret-key", Shape.ORD, Duration.ofMillis(1500)));
        REGISTER.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().withStatus(404).withBody("{\"errorCode\":404}")));
        entry("52R", OrdText.subIcb("52R", "QT1"));
    }

    @AfterEach
    void cleanUp() {
        REGISTER.resetAll();
        set(Optional.empty());
        ReflectionTestUtils.setField(
                api, "settings", new RegisterApiSettings(null, null, Shape.ORD, Duration.ofSeconds(20)));
        processes
                .createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .list()
                .forEach(instance -> processes.deleteProcessInstance(instance.getId(), "End of the test"));
        history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .list()
                .forEach(instance -> history.deleteHistoricProcessInstance(instance.getId()));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from practice where ods_code like 'T99%'").update();
            jdbc.sql("delete from register_question").update();
            jdbc.sql("delete from register_refresh").update();
        });
    }

    @Test
    void readsTheWholeRegisterAndPassesEveryNode() {
        list(OrdText.listed("T99001", "2026-01-01"), OrdText.listed("T99002", "2026-01-01"));
        entry("T99001", OrdText.practice("T99001", "2026-01-01"));
        String whole = due();
        run(whole);

        assertThat(found("T99001"))
                .isEqualTo(new Practice(
                        new OdsCode("T99001"),
                        "SURGERY T99001",
                        "1 HIGH STREET, NOTTINGHAM",
                        new Postcode("NG7 2NR"),
                        "0115 496 0001",
                        "QT1",
                        "52R",
                        PracticeStatus.ACTIVE,
                        LocalDate.of(1974, 4, 1),
                        null,
                        null,
                        CqcRating.UNKNOWN,
                        true,
                        found("T99001").position()));
        assertThat(report()).contains("2 rows, 1 GP practice, 1 of them in the scheme. Changes: 1 new.");
        assertThat(variables(whole))
                .as("nothing of the register is in a variable")
                .noneMatch(text -> text.contains("SURGERY"));
        REGISTER.verify(getRequestedFor(urlEqualTo(LIST)).withHeader("apikey", equalTo("secret-key")));
        set(Optional.empty());
        String unset = due();
        run(unset);
        set(Optional.of(URI.create(REGISTER.baseUrl())));
        assertThat(lookUpPractice.ask(new OdsCode("T99009"))).isPresent();
        assertThat(passed()).containsExactlyInAnyOrderElementsOf(ProcessModel.flowNodes(KEY));
    }

    @Test
    void doesNothingAndSaysSoWhereNoApiIsSet(CapturedOutput output) {
        set(Optional.empty());
        String instance = due();
        run(instance);

        assertThat(output).contains("The register of practices was not refreshed: its API is not set");
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertThat(processes.createIncidentQuery().processDefinitionKeyIn(KEY).count())
                .isZero();
        REGISTER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void asksOnlyForWhatHasChangedAndForWhatNoListShows() {
        list(
                OrdText.listed("T99001", "2026-01-01"),
                OrdText.listed("T99002", "2026-01-01"),
                OrdText.listed("T99003", "2026-01-01"));
        List.of("T99001", "T99002", "T99003").forEach(code -> entry(code, OrdText.practice(code, "2026-01-01")));
        run(due());
        REGISTER.resetRequests();
        list(OrdText.listed("T99001", "2026-02-02"), OrdText.listed("T99002", "2026-01-01"));
        entry("T99001", OrdText.practice("T99001", "2026-02-02").replace("SURGERY T99001", "NEW NAME"));
        entry("T99003", OrdText.closed("T99003", "2026-02-02"));
        run(due());

        assertThat(report()).contains("Changes: 1 renamed, 1 closed, 1 changed details");
        assertThat(found("T99001").name()).isEqualTo("NEW NAME");
        assertThat(found("T99003").open()).isFalse();
        assertThat(found("T99003").closedOn()).isEqualTo("2026-09-30");
        assertThat(found("T99003").icb())
                .as("what a closed practice no longer tells is kept")
                .isEqualTo("QT1");
        REGISTER.verify(0, getRequestedFor(urlMatching(".*T99002")));
    }

    @Test
    void readsPageAfterPage() {
        String[] first = IntStream.range(0, 1000)
                .mapToObj(i -> OrdText.listed("T99001", "2026-01-01"))
                .toArray(String[]::new);
        REGISTER.stubFor(
                get(urlEqualTo(LIST)).willReturn(okJson(OrdText.list(first)).withHeader("x-total-count", "1001")));
        REGISTER.stubFor(get(urlEqualTo(LIST.replace("Offset=1", "Offset=1001")))
                .willReturn(okJson(OrdText.list(OrdText.listed("T99002", "2026-01-01")))
                        .withHeader("x-total-count", "1001")));
        List.of("T99001", "T99002").forEach(code -> entry(code, OrdText.practice(code, "2026-01-01")));
        run(due());

        assertThat(practices.find(new OdsCode("T99001"))).isPresent();
        assertThat(practices.find(new OdsCode("T99002"))).isPresent();
    }

    static List<Arguments> failures() {
        return List.of(
                Arguments.of("error", aResponse().withStatus(500).withBody("Sorry"), "HTTP error 500"),
                Arguments.of("unavailable", aResponse().withStatus(503), "HTTP error 503"),
                Arguments.of(
                        "too many requests",
                        aResponse().withStatus(429).withHeader("Retry-After", "60"),
                        "HTTP error 429"),
                Arguments.of("not acceptable", aResponse().withStatus(406), "HTTP error 406"),
                Arguments.of(
                        "led elsewhere",
                        aResponse().withStatus(302).withHeader("Location", "http://localhost:1/"),
                        "HTTP error 302"),
                Arguments.of("no list (404)", aResponse().withStatus(404), "HTTP error 404"),
                Arguments.of(
                        "silent",
                        okJson(OrdText.list()).withFixedDelay(4000),
                        "cannot be reached, or the connection broke"),
                Arguments.of(
                        "trickling", okJson(OrdText.list()).withChunkedDribbleDelay(16, 12000), "the connection broke"),
                Arguments.of(
                        "half an answer",
                        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                        "the connection broke"),
                Arguments.of(
                        "broken off", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "the connection broke"),
                Arguments.of("empty", aResponse().withFault(Fault.EMPTY_RESPONSE), "the connection broke"),
                Arguments.of("malformed", aResponse().withBody("{\"Organisations\":[{"), ""),
                Arguments.of("a page", aResponse().withBody("<html>Maintenance</html>"), ""),
                Arguments.of("no list", okJson("{\"Organisations\":{}}"), "did not answer with a list"),
                Arguments.of(
                        "cut list",
                        okJson(OrdText.list(OrdText.listed("T99001", "2026-01-01")))
                                .withHeader("X-Total-Count", "7"),
                        "broke off after 1 of 7"),
                Arguments.of("huge", aResponse().withBody("[" + " ".repeat(11_000_000) + "]"), "the connection broke"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void isRetriedAtGrowingIntervalsThenRaisesAnIncidentAndRecovers(
            String kind, ResponseDefinitionBuilder answer, String reason) {
        REGISTER.stubFor(get(urlEqualTo(LIST)).willReturn(answer));
        String instance = due();
        fire(instance, BEGIN_REFRESH);

        assertThatThrownBy(() -> run(instance)).hasStackTraceContaining(reason);
        Job failed = job(instance);
        assertThat(failed.getRetries()).isEqualTo(5);
        assertThat(Duration.between(Instant.now(), failed.getDuedate().toInstant()))
                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        assertThat(String.valueOf(failed.getExceptionMessage())).doesNotContain("localhost", "secret-key");
        jobs.setJobRetries(failed.getId(), 1);
        assertThatThrownBy(() -> run(instance)).isInstanceOf(RuntimeException.class);
        assertThat(processes.createIncidentQuery().processInstanceId(instance).count())
                .isEqualTo(1);

        list(OrdText.listed("T99001", "2026-01-01"));
        entry("T99001", OrdText.practice("T99001", "2026-01-01"));
        jobs.setJobRetries(job(instance).getId(), 1);
        run(instance);
        assertThat(processes.createIncidentQuery().processInstanceId(instance).count())
                .isZero();
        assertThat(found("T99001").inScheme()).isTrue();
    }

    @Test
    void anIncompleteAnswerClosesNoPractice() {
        String[] codes = IntStream.range(10, 30).mapToObj(i -> "T990" + i).toArray(String[]::new);
        list(Arrays.stream(codes)
                .map(code -> OrdText.listed(code, "2026-01-01"))
                .toArray(String[]::new));
        Arrays.stream(codes).forEach(code -> entry(code, OrdText.practice(code, "2026-01-01")));
        run(due());
        REGISTER.resetMappings();
        REGISTER.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
        list(OrdText.listed("T99010", "2026-01-01"));
        String instance = due();

        assertThatThrownBy(() -> run(instance)).hasStackTraceContaining("lacks 19 of the 20 practices");
        assertThat(jobs.createJobQuery()
                        .processInstanceId(instance)
                        .activityId(APPLY_REGISTER)
                        .withException()
                        .count())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from practice where ods_code like 'T990%' and in_scheme and in_register")
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
        // The next week's refresh replaces the one that is stuck
        list(Arrays.stream(codes)
                .map(code -> OrdText.listed(code, "2026-01-01"))
                .toArray(String[]::new));
        run(due());
        run(instance);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .count())
                .isZero();
    }

    @Test
    void aPracticeThatTheRegisterNoLongerHasStays() {
        list(OrdText.listed("T99001", "2026-01-01"), OrdText.listed("T99002", "2026-01-01"));
        List.of("T99001", "T99002").forEach(code -> entry(code, OrdText.practice(code, "2026-01-01")));
        run(due());
        list(OrdText.listed("T99001", "2026-01-01"));
        REGISTER.stubFor(get(urlEqualTo("/ORD/2-0-0/organisations/T99002"))
                .willReturn(aResponse().withStatus(404)));
        run(due());

        assertThat(report()).contains("1 left scheme, 1 no longer listed");
        assertThat(found("T99002").inScheme()).isFalse();
        assertThat(found("T99001").inScheme()).isTrue();
    }

    @Test
    void anEntryThatCannotBeReadIsReportedAndLeftAsItIs() {
        list(OrdText.listed("T99001", "2026-01-01"), OrdText.listed("T99002", "2026-01-01"));
        entry("T99001", OrdText.practice("T99001", "2026-01-01").replace("NG7 2NR", "NOWHERE"));
        entry("T99002", OrdText.practice("T99002", "2026-01-01"));
        run(due());

        assertThat(report()).contains("1 row left out", "T99001 has “NOWHERE” as its postcode, which is not one.");
        assertThat(practices.find(new OdsCode("T99001"))).isEmpty();
        assertThat(practices.find(new OdsCode("T99002"))).isPresent();
    }

    @Test
    void anApiThatSpeaksFhirKeepsKnownPracticesUpToDateAndFindsNamedOnes() {
        list(OrdText.listed("T99001", "2026-01-01"));
        entry("T99001", OrdText.practice("T99001", "2026-01-01"));
        run(due());
        ReflectionTestUtils.setField(
                api, "settings", new RegisterApiSettings(null, "secret-key", Shape.FHIR, Duration.ofMillis(1500)));
        fhir("T99001");
        fhir("T99002");
        run(due());

        assertThat(report()).contains("1 renamed");
        assertThat(found("T99001").name()).isEqualTo("FHIR T99001");
        assertThat(found("T99001").icb()).isEqualTo("QT1");
        assertThat(lookUpPractice.ask(new OdsCode("T99002"))).isPresent();
        run(processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("T99002")
                .singleResult()
                .getId());
        assertThat(found("T99002").inScheme()).isTrue();
    }

    private static void fhir(String code) {
        REGISTER.stubFor(
                get(urlEqualTo("/ORD/2-0-0/Organization/" + code)).willReturn(okJson("""
            {"resourceType":"Organization","identifier":{"value":"%s"},"active":true,"name":"FHIR %s","meta":{"lastUpdated":"2026-03-03T00:00:00Z"},
             "address":{"line":["1 HIGH STREET"],"city":"NOTTINGHAM","postalCode":"NG7 2NR","country":"ENGLAND"},
             "extension":[{"url":"https://x/Extension-ODSAPI-OrganizationRole-1","extension":[{"url":"role","valueCoding":{"code":"76"}},
              {"url":"status","valueString":"Active"}]}]}""".formatted(code, code))));
    }

    @Test
    void aCodeThatSomebodyNamesIsAskedForOnceADay() {
        entry("T99001", OrdText.practice("T99001", "2026-01-01"));

        assertThat(lookUpPractice.ask(new OdsCode("T99001")))
                .hasValueSatisfying(answer -> assertThat(answer).contains("try again in a few minutes"));
        assertThat(lookUpPractice.ask(new OdsCode("T99001")))
                .hasValueSatisfying(answer -> assertThat(answer).contains("try again in a few minutes"));
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("T99001")
                        .count())
                .isEqualTo(1);
        run(processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("T99001")
                .singleResult()
                .getId());
        assertThat(found("T99001").inScheme()).isTrue();
        REGISTER.verify(0, getRequestedFor(urlEqualTo(LIST)));
    }

    @Test
    void aCodeThatTheRegisterDoesNotHaveEitherIsNoIncident() {
        assertThat(lookUpPractice.ask(new OdsCode("T99404"))).isPresent();
        run(processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("T99404")
                .singleResult()
                .getId());

        assertThat(processes.createIncidentQuery().processDefinitionKeyIn(KEY).count())
                .isZero();
        assertThat(practices.find(new OdsCode("T99404"))).isEmpty();
        assertThat(lookUpPractice.ask(new OdsCode("T99404"))).isEmpty();
        assertThat(jdbc.sql("select outcome from register_refresh where practice = 'T99404'")
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void nothingIsAskedForThatCannotBeTheCodeOfAPractice() {
        assertThat(lookUpPractice.ask(new OdsCode("RWR"))).isEmpty();
        assertThat(lookUpPractice.ask(new OdsCode("T990012"))).isEmpty();
        set(Optional.empty());
        assertThat(lookUpPractice.ask(new OdsCode("T99001"))).isEmpty();
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .count())
                .isZero();
    }

    @Test
    void atMostTwoHundredCodesAreAskedForInADay() {
        jdbc.sql("""
            insert into register_refresh (practice, begun_on, begun_at, ended_at, outcome)
            select 'X' || to_char(i, 'FM00000'), (now() at time zone 'Europe/London')::date, now(), now(), 'NOT_FOUND' from generate_series(1, 200) i""").update();

        assertThat(lookUpPractice.ask(new OdsCode("T99001"))).isEmpty();
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .count())
                .isZero();
    }

    private void set(Optional<URI> address) {
        ReflectionTestUtils.setField(api, "address", address);
    }

    private static void list(String... entries) {
        REGISTER.stubFor(get(urlEqualTo(LIST))
                .willReturn(okJson(OrdText.list(entries)).withHeader("X-Total-Count", "" + entries.length)));
    }

    private static void entry(String code, String answer) {
        REGISTER.stubFor(get(urlEqualTo("/ORD/2-0-0/organisations/" + code)).willReturn(okJson(answer)));
    }

    /** The weekly timer fires. */
    private String due() {
        List<String> before = running();
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey(KEY)
                .timers()
                .singleResult()
                .getId());
        String instance = running().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
        return instance;
    }

    private List<String> running() {
        return processes.createProcessInstanceQuery().processDefinitionKey(KEY).list().stream()
                .map(instance -> instance.getId())
                .toList();
    }

    private void fire(String instance, String activity) {
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .singleResult()
                .getId());
    }

    private Job job(String instance) {
        return jobs.createJobQuery().processInstanceId(instance).singleResult();
    }

    private void run(String instance) {
        for (int step = 0; step < 200 && job(instance) != null; step++) {
            jobs.executeJob(job(instance).getId());
        }
        assertThat(job(instance)).isNull();
    }

    private Practice found(String code) {
        return practices.find(new OdsCode(code)).orElseThrow();
    }

    private String report() {
        return jdbc.sql("select report from register_refresh where outcome = 'APPLIED' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private List<String> variables(String instance) {
        return history.createHistoricVariableInstanceQuery().processInstanceId(instance).list().stream()
                .map(variable -> variable.getName() + "=" + variable.getValue())
                .toList();
    }

    private List<String> passed() {
        return history.createHistoricActivityInstanceQuery().list().stream()
                .filter(instance -> instance.getProcessDefinitionKey().equals(KEY))
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .toList();
    }
}
