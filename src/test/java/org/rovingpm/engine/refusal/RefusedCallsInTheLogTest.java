package org.rovingpm.engine.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Api;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the engine refuses is a line in the log at most, and says nothing of what people have sent. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class RefusedCallsInTheLogTest {

    private static final String SENT = "Mrs Sandpiper";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private final Logger commands = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.context");
    private Level before;

    /** Tests do without the traces of commands; production does not. */
    @BeforeEach
    void asInProduction() {
        before = commands.getLevel();
        commands.setLevel(Level.INFO);
    }

    @AfterEach
    void asInTests() {
        commands.setLevel(before);
    }

    @ParameterizedTest
    @EnumSource(Api.Door.class)
    void aRefusedCallIsALineAtMost(Api.Door door, CapturedOutput log) {
        Api manager = Api.as(people.with(Role.PROCESS_MANAGER), door, port);
        int start = log.getAll().length();

        for (HttpResponse<String> answer : java.util.List.of(
                manager.put("/process-instance/nothing/suspended", "{\"suspended\":true}"),
                manager.put("/job/nothing/retries", "{\"retries\":1}"),
                manager.post("/task?maxResults=5", "{\"dueBefore\":\"" + SENT + "\"}"),
                manager.post("/task?maxResults=5", "{\"sorting\":[null]}"),
                manager.post("/task?maxResults=5", "{\"assigneeIn\":{\"" + SENT + "\":1}}"),
                manager.get("/process-definition/nothing/xml"))) {
            assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        }
        String written = log.getAll().substring(start);
        assertThat(written).doesNotContain("\tat ").doesNotContain(SENT);
        assertThat(written.lines()).hasSizeLessThanOrEqualTo(6);
    }
}
