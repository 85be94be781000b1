package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class CockpitListsTest {

    private static final String API = "/camunda/api/engine/engine/default/";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private Browser browser;
    private String manager;

    @BeforeEach
    void signIn() {
        manager = people.with(Role.PROCESS_MANAGER);
        browser = new Browser(port);
        browser.signIn(manager, TestPeople.PASSWORD);
    }

    @AfterEach
    void leave() {
        people.delete(manager);
    }

    @ParameterizedTest
    @CsvSource({"process-definition, support-case", "decision-definition, rag-rating"})
    void cockpitListsTheVersionsOfAModelAlthoughItAsksForAllOfThem(String kind, String key) {
        var answer = browser.get(API + kind + "?key=" + key + "&sortBy=version&sortOrder=desc&withoutTenantId=true");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Browser.json(answer).findValuesAsText("key")).isNotEmpty().containsOnly(key);
    }

    @Test
    void otherListsWithoutALimitAreRefused() {
        assertThat(browser.get(API + "process-instance").statusCode()).isEqualTo(400);
        assertThat(browser.get(API + "process-definition?sortBy=version&sortOrder=desc")
                        .statusCode())
                .isEqualTo(400);
    }
}
