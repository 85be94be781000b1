package org.rovingpm.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.alert.TeamAlertProcess.KEY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.model.ProcessModel;
import org.rovingpm.hiddencase.MakeConfidential;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Alerts about no case, over a real socket; committed, because only committed jobs are retried. */
@ApplicationTest
class TeamAlertProcessTest {

    private static final WireMockServer CHAT =
            new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());
    private static final String WEBHOOK = "/services/T0/B0/secret?sig=a%2Fb";

    @Autowired
    private AlertTeam alertTeam;

    @Autowired
    private TeamChat chat;

    @Autowired
    private MakeConfidential makeConfidential;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private HistoryService history;

    @BeforeAll
    static void startChat() {
        CHAT.start();
    }

    @AfterAll
    static void stopChat() {
        CHAT.stop();
    }

    @BeforeEach
    void setChat() {
        ReflectionTestUtils.setField(chat, "address", Optional.of(URI.create(CHAT.baseUrl() + WEBHOOK)));
        CHAT.stubFor(any(anyUrl()).willReturn(ok("1")));
    }

    @AfterEach
    void forget() {
        CHAT.resetAll();
        ReflectionTestUtils.setField(chat, "address", Optional.empty());
        ReflectionTestUtils.setField(alertTeam, "settings", new AlertSettings(null, AlertShape.TEAMS, false));
        processes
                .createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .list()
                .forEach(instance -> processes.deleteProcessInstance(instance.getId(), "End of the test"));
        history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .list()
                .forEach(instance -> history.deleteHistoricProcessInstance(instance.getId()));
    }

    @Test
    void anAlertIsPostedAndEveryNodeIsPassed() throws Exception {
        alertTeam.alert(null, "Something \"odd\" <happened>\u0000\nhere");
        String key = (String) processes.getVariable(job().getProcessInstanceId(), TeamAlertProcess.Variables.ALERT_KEY);
        post();

        CHAT.verify(
                1,
                postRequestedFor(urlEqualTo(WEBHOOK))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("Idempotency-Key", equalTo(key)));
        JsonNode card = posted().at("/attachments/0/content");
        assertThat(posted().path("type").asText()).isEqualTo("message");
        assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/body/0/text").asText()).isEqualTo("Something \"odd\" <happened> here");
        alertTeam.alert(null, "The chat is taken away");
        ReflectionTestUtils.setField(chat, "address", Optional.empty());
        post();
        CHAT.verify(1, postRequestedFor(anyUrl()));
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .count())
                .isZero();
        assertThat(history.createHistoricActivityInstanceQuery().list().stream()
                        .filter(each -> each.getProcessDefinitionKey().equals(KEY))
                        .map(HistoricActivityInstance::getActivityId)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ProcessModel.flowNodes(KEY));
    }

    @Test
    void slackIsWrittenToInItsOwnShape() throws Exception {
        ReflectionTestUtils.setField(alertTeam, "settings", new AlertSettings(null, AlertShape.SLACK, false));
        alertTeam.alert(null, "Something <!channel> & more");
        post();

        assertThat(posted().path("text").asText()).startsWith("*Something &lt;!channel&gt; &amp; more*");
    }

    @Test
    void aLongSentenceIsCut() throws Exception {
        alertTeam.alert(null, "\"é".repeat(4000));
        post();

        assertThat(posted().at("/attachments/0/content/body/0/text").asText())
                .hasSize(301)
                .endsWith("…");
    }

    @Test
    void theChatHearsNothingOfAConfidentialCase() {
        CaseReference reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
        makeConfidential.make(
                reference,
                new MakeConfidential.Form("A partner is accused.", List.of()),
                people.with(Role.COORDINATOR));

        alertTeam.alert(reference, "The case has turned red");

        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .count())
                .isZero();
    }

    @Test
    void nothingHappensWhereNoChatIsSet() {
        ReflectionTestUtils.setField(chat, "address", Optional.empty());
        alertTeam.alert(null, "Something happened");

        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .count())
                .isZero();
    }

    static List<ResponseDefinitionBuilder> failures() {
        return List.of(
                aResponse().withStatus(500),
                aResponse().withStatus(429),
                aResponse().withStatus(403),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailingChatIsRetriedThenRaisesAnIncidentAndRecovers(ResponseDefinitionBuilder failure) {
        CHAT.stubFor(any(anyUrl()).willReturn(failure));
        alertTeam.alert(null, "Something happened");

        assertThatThrownBy(this::post).isInstanceOf(RuntimeException.class);
        assertThat(job().getRetries()).isEqualTo(5);
        assertThat(job().getExceptionMessage()).contains("team-chat").doesNotContain("secret");
        assertThat(jobs.getJobExceptionStacktrace(job().getId())).doesNotContain("secret");
        jobs.setJobRetries(job().getId(), 1);
        assertThatThrownBy(this::post).isInstanceOf(RuntimeException.class);
        assertThat(processes.createIncidentQuery().processDefinitionKeyIn(KEY).count())
                .isEqualTo(1);
        CHAT.resetAll();
        CHAT.stubFor(any(anyUrl()).willReturn(ok()));
        jobs.setJobRetries(job().getId(), 1);
        post();
        CHAT.verify(1, postRequestedFor(urlEqualTo(WEBHOOK)));
        assertThat(processes.createIncidentQuery().processDefinitionKeyIn(KEY).count())
                .isZero();
    }

    private Job job() {
        return jobs.createJobQuery().processDefinitionKey(KEY).singleResult();
    }

    private void post() {
        jobs.executeJob(job().getId());
    }

    private static JsonNode posted() throws Exception {
        return new ObjectMapper()
                .readTree(CHAT.findAll(postRequestedFor(anyUrl())).get(0).getBodyAsString());
    }
}
