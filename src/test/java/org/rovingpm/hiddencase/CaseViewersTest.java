package org.rovingpm.hiddencase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form that takes a request, at the door through which Tasklist opens and sends it. */
@ApplicationTest
class CaseViewersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private RepositoryService models;

    @Autowired
    private HiddenCases hiddenCases;

    @Autowired
    private Scheme scheme;

    private String form() {
        return models.createProcessDefinitionQuery()
                .processDefinitionKey(SupportCaseProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
    }

    @Test
    void whoeverTakesARequestChoosesAmongTheirColleaguesByName() {
        String taker = people.with(Role.COORDINATOR);
        String chosen = people.with(Role.COORDINATOR);
        String manager = people.with(Role.SERVICE_MANAGER);
        String pm = people.with(Role.ROVING_PM);
        people.rename(chosen, "an-administrator", Role.ADMINISTRATOR, "Vera", "Viewer");
        scheme.practice("Z97711");
        Api api = Api.as(taker, Api.Door.PROGRAMS, port);

        JsonNode field =
                Browser.json(api.get("/process-definition/" + form() + "/deployed-start-form"))
                        .findParents("key")
                        .stream()
                        .filter(one -> one.path("key").asText().equals("viewers"))
                        .findFirst()
                        .orElseThrow();
        List<JsonNode> offered =
                StreamSupport.stream(field.path("values").spliterator(), false).toList();
        assertThat(offered)
                .anySatisfy(one -> {
                    assertThat(one.path("value").asText()).isEqualTo(chosen);
                    assertThat(one.path("label").asText()).isEqualTo("Vera Viewer");
                })
                .extracting(one -> one.path("value").asText())
                .contains(taker, manager)
                .doesNotContain(pm);

        HttpResponse<String> answer = api.post("/process-definition/" + form() + "/submit-form", """
            {"variables": {"odsCode": {"value": "Z97711"}, "contactName": {"value": "Test Contact"}, "contactRole": {"value": "Partner"},
             "contactEmail": {"value": "contact@example.org"}, "helpKinds": {"value": "[\\"CQC\\"]", "type": "Json"},
             "whatHappened": {"value": "A partner is accused."}, "since": {"value": "%s"}, "cqcRating": {"value": "GOOD"},
             "confidential": {"value": true}, "viewers": {"value": "[\\"%s\\"]", "type": "Json"}}}""".formatted(
                        LocalDate.now(SchemeTime.ZONE).minusDays(1), chosen));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        CaseReference opened =
                new CaseReference(Browser.json(answer).path("businessKey").asText());
        try {
            assertThat(hiddenCases.whoMaySee(opened, List.of(taker, chosen, manager)))
                    .containsExactlyInAnyOrder(taker, chosen);
        } finally {
            scheme.forget(opened.value());
        }
    }
}
