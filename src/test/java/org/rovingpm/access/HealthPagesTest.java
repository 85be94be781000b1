package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class HealthPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @Test
    void strangersLearnWhetherAllIsWellAndNothingElse() {
        assertThat(Browser.json(browser.get("/actuator/health")).properties())
                .extracting(part -> part.getKey())
                .containsExactlyInAnyOrder("status", "groups");
        assertThat(browser.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PROCESS_MANAGER", "ADMINISTRATOR"})
    void thoseWhoRunTheApplicationLearnWhichPart(Role role) {
        browser.signIn(people.with(role), TestPeople.PASSWORD);
        JsonNode ready = Browser.json(browser.get("/actuator/health/readiness"));
        assertThat(ready.at("/components/database/status").asText()).isEqualTo("UP");
        assertThat(Browser.json(browser.get("/actuator/health"))
                        .path("components")
                        .has("database"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PROCESS_MANAGER", "ADMINISTRATOR"})
    void othersLearnNoMoreThanStrangers(Role role) {
        browser.signIn(people.with(role), TestPeople.PASSWORD);
        assertThat(Browser.json(browser.get("/actuator/health")).has("components"))
                .isFalse();
    }
}
