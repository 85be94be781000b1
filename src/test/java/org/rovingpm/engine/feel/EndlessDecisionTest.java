package org.rovingpm.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A decision that would compute for ever is not accepted; one that is there already is stopped. */
@ApplicationTest
@Timeout(60)
class EndlessDecisionTest {

    private static final String SHORT = "count(for i in 1..3 return i*i)";
    private static final String ENDLESS = "count(for i in 1..300000 return i*i)";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private RepositoryService models;

    @Autowired
    private DecisionService decisions;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void takeItBack() {
        models.createDecisionDefinitionQuery()
                .decisionDefinitionKey("count-something")
                .list()
                .forEach(decision -> models.deleteDeployment(decision.getDeploymentId(), true));
    }

    private static String decision(String expression) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="definitions_countSomething" name="Count something" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="count-something" name="Count something" camunda:historyTimeToLive="P3650D">
                <variable id="variable_count" name="count" />
                <literalExpression id="literalExpression_count"><text>%s</text></literalExpression>
              </decision>
            </definitions>
            """.formatted(expression);
    }

    private Api manager() {
        return Api.as(people.with(Role.PROCESS_MANAGER), Api.Door.PROGRAMS, port);
    }

    @Test
    void isRefusedWhenItIsDeployed() {
        HttpResponse<String> answer = manager().deploy("count-something.dmn", decision(ENDLESS));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.json(answer).get("message").asText())
                .contains("loops over a range of numbers that is longer than 1,000")
                .contains("It is: " + ENDLESS);
    }

    @Test
    void isStoppedWithASentenceWhereItGotInBefore() {
        assertThat(manager().deploy("count-something.dmn", decision(SHORT)).statusCode())
                .isEqualTo(200);
        assertThat((Object) decisions
                        .evaluateDecisionByKey("count-something")
                        .evaluate()
                        .getSingleEntry())
                .isEqualTo(3L);
        jdbc.sql("update act_ge_bytearray set bytes_ = :bytes where name_ = 'count-something.dmn'")
                .param("bytes", decision(ENDLESS).getBytes(StandardCharsets.UTF_8))
                .update();
        engine.getDeploymentCache().discardDecisionDefinitionCache();

        assertThatThrownBy(
                        () -> decisions.evaluateDecisionByKey("count-something").evaluate())
                .hasStackTraceContaining(
                        "A decision was stopped, because one of its expressions loops over more than 10,000 numbers: "
                                + "a process manager can simplify it and deploy it again.");
    }
}
