package org.rovingpm.engine.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people do the same at the same moment: the second reads a sentence, and nobody finds a stack trace in the log. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class LostRacesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @ParameterizedTest
    @EnumSource(Api.Door.class)
    void aMemberOfAGroupThatIsAddedAgain(Api.Door door, CapturedOutput log) {
        String member = people.with(Role.COORDINATOR);
        Api admin = Api.as(people.with(Role.ADMINISTRATOR), door, port);
        int before = log.getAll().length();
        HttpResponse<String> answer = admin.put("/group/coordinator/members/" + member, "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Browser.json(answer).get("message").asText())
                .isEqualTo("They are in this group already: refresh the list.");
        assertThat(log.getAll().substring(before)).doesNotContain("\tat ").doesNotContain("ERROR");
    }
}
