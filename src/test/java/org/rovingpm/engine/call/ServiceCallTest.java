package org.rovingpm.engine.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.EngineReading;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a model may call, and what becomes of the answer. */
@ApplicationTest
class ServiceCallTest {

    private static final WireMockServer OUTSIDE =
            new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());
    private static final String ASYNC = "camunda:asyncBefore=\"true\"";
    private static final String LONG_ANSWER = "\"" + "x".repeat(100_000) + "\"";

    @Autowired
    private TestService service;

    @Autowired
    private FailsOnce failsOnce;

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private HistoryService history;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    private final List<String> deployments = new ArrayList<>();

    @BeforeAll
    static void startService() {
        OUTSIDE.start();
    }

    @AfterAll
    static void stopService() {
        OUTSIDE.stop();
    }

    @BeforeEach
    void setService() {
        service.set(OUTSIDE.baseUrl() + "/base/");
        OUTSIDE.stubFor(any(anyUrl()).willReturn(okJson(LONG_ANSWER)));
    }

    @AfterEach
    void undeploy() {
        OUTSIDE.resetAll();
        deployments.forEach(deployment -> models.deleteDeployment(deployment, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "https://example.org",
                "${registerPath}",
                "other-service:x",
                "",
                "file:/etc/passwd",
                " :x"
            })
    void aModelThatCallsAnythingButAServiceIsRefused(String url) {
        assertThatThrownBy(() -> deploy("http-connector", url, ASYNC, ""))
                .hasMessageContaining("a model may call services by their names only");
        assertThatThrownBy(() -> EngineReading.read(engine, model("http-connector", url, ASYNC, "")))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("may not call other addresses");
    }

    @Test
    void aModelThatCallsWithoutAQueueIsRefused() {
        assertThatThrownBy(() -> deploy("http-connector", "test-service:x", "", ""))
                .hasMessageContaining("is not queued");
        assertThatThrownBy(() -> EngineReading.read(engine, model("http-connector", "test-service:x", "", "")))
                .hasMessageContaining("asynchronous before");
    }

    @Test
    void anotherKindOfConnectorIsRefused() {
        assertThatThrownBy(() -> deploy("soap-http-connector", "test-service:x", ASYNC, ""))
                .hasMessageContaining("use the http-connector");
        assertThatThrownBy(() -> EngineReading.read(engine, model("soap-http-connector", "test-service:x", ASYNC, "")))
                .hasMessageContaining("Use the http-connector");
    }

    @Test
    void aCallGoesToTheServicesAddressWithItsKeyAndItsAnswerIsStoredNowhere() {
        deploy("http-connector", "test-service:things/${rag}?a=b", ASYNC, "");
        String instance = run(Map.of(CaseVariables.RAG, "C84001"));

        OUTSIDE.verify(postRequestedFor(urlEqualTo("/base/things/C84001?a=b")).withHeader("X-Key", equalTo("secret")));
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(variable -> variable.getName())
                .doesNotContain("answer", "url")
                .contains(CaseVariables.RAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other", "a/../../../other", "/../x", "../basement"})
    void aCallDoesNotLeaveTheAddressOfItsService(String path) {
        deploy("http-connector", "test-service:${rag}", ASYNC, "");

        assertThatThrownBy(() -> run(Map.of(CaseVariables.RAG, path)))
                .hasStackTraceContaining("must stay below the address");
        OUTSIDE.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aVariableCannotNameAnotherHost() {
        deploy("http-connector", "test-service:${rag}", ASYNC, "");
        run(Map.of(CaseVariables.RAG, "@localhost:1/x"));

        OUTSIDE.verify(postRequestedFor(urlEqualTo("/base/@localhost:1/x")));
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "500", "304"})
    void anHttpErrorIsAnErrorInEveryModel(int status) {
        OUTSIDE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("confidential")));
        deploy("http-connector", "test-service:x", ASYNC, "");

        assertThatThrownBy(() -> run(Map.of()))
                .hasStackTraceContaining("" + status)
                .hasMessageNotContaining("confidential");
    }

    @Test
    void aServiceThatIsNotSetIsAnError() {
        service.set(null);
        deploy("http-connector", "test-service:x", ASYNC, "");

        assertThatThrownBy(() -> run(Map.of())).hasStackTraceContaining("“test-service” is not set");
    }

    @Test
    void aStepThatIsDoneAgainDoesNotCallAgain() {
        deploy(
                "http-connector",
                "test-service:x",
                ASYNC,
                "<camunda:executionListener event=\"end\" delegateExpression=\"#{failsOnce}\"/>");
        failsOnce.failNext();
        String key = "test " + java.util.UUID.randomUUID();
        String instance = processes
                .startProcessInstanceByKey("calls", Map.of(CaseVariables.CASE_REFERENCE, key))
                .getId();
        Job job = jobs.createJobQuery().processInstanceId(instance).singleResult();

        assertThatThrownBy(() -> jobs.executeJob(job.getId())).hasMessageContaining("gone away");
        jobs.executeJob(job.getId());
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        OUTSIDE.verify(1, postRequestedFor(anyUrl()).withHeader("Idempotency-Key", equalTo(key)));
    }

    @Test
    void aCallThatFailedIsMadeAgain() {
        deploy("http-connector", "test-service:x", ASYNC, "");
        OUTSIDE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        String instance = processes
                .startProcessInstanceByKey(
                        "calls", Map.of(CaseVariables.CASE_REFERENCE, "test " + java.util.UUID.randomUUID()))
                .getId();
        Job job = jobs.createJobQuery().processInstanceId(instance).singleResult();

        assertThatThrownBy(() -> jobs.executeJob(job.getId())).hasMessageContaining("503");
        OUTSIDE.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        jobs.executeJob(job.getId());
        OUTSIDE.verify(2, postRequestedFor(anyUrl()));
    }

    private void deploy(String connector, String url, String attributes, String extensions) {
        deployments.add(models.createDeployment()
                .addString("calls.bpmn", model(connector, url, attributes, extensions))
                .deploy()
                .getId());
    }

    private static String model(String connector, String url, String attributes, String extensions) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="calls" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/><sequenceFlow id="one" sourceRef="start" targetRef="call"/>
                <serviceTask id="call" %s><extensionElements>
                  <camunda:connector><camunda:inputOutput>
                    <camunda:inputParameter name="url">%s</camunda:inputParameter><camunda:inputParameter name="method">POST</camunda:inputParameter>
                    <camunda:inputParameter name="headers"><camunda:map>%s</camunda:map></camunda:inputParameter>
                    <camunda:outputParameter name="answer">${response}</camunda:outputParameter>
                  </camunda:inputOutput><camunda:connectorId>%s</camunda:connectorId></camunda:connector>
                  <camunda:failedJobRetryTimeCycle>PT1M,PT5M</camunda:failedJobRetryTimeCycle>%s
                </extensionElements></serviceTask>
                <sequenceFlow id="two" sourceRef="call" targetRef="end"/><endEvent id="end"/>
              </process>
            </definitions>""".formatted(
                        attributes,
                        url,
                        url.equals("test-service:x")
                                ? "<camunda:entry key=\"Idempotency-Key\">${caseReference}</camunda:entry>"
                                : "",
                        connector,
                        extensions);
    }

    private String run(Map<String, Object> variables) {
        Map<String, Object> all = new java.util.HashMap<>(variables);
        all.putIfAbsent(CaseVariables.CASE_REFERENCE, "test " + java.util.UUID.randomUUID());
        String instance = processes.startProcessInstanceByKey("calls", all).getId();
        jobs.executeJob(
                jobs.createJobQuery().processInstanceId(instance).singleResult().getId());
        return instance;
    }
}
