package org.rovingpm.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.KeepOut;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The address in messages by which people come to their task of a case. */
@ApplicationTest
class TaskLinkTest {

    private static final String NOTHING = "Nothing in this case waits for you now.";

    @LocalServerPort
    private int port;

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private KeepOut keepOut;

    private String reference;
    private String task;
    private String coordinator;

    @BeforeEach
    void aRequest() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97304")));
        task = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
        coordinator = people.with(Role.COORDINATOR);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
    }

    private Browser reader(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        return browser;
    }

    private String address() {
        return "/cases/" + reference + "/task";
    }

    @Test
    void leadsToTheTaskAfterSigningIn() {
        Browser browser = new Browser(port);
        assertThat(Browser.location(browser.get(address()))).startsWith("/sign-in");
        assertThat(Browser.location(browser.signIn(coordinator, TestPeople.PASSWORD)))
                .isEqualTo(address());
        assertThat(Browser.location(browser.get(address()))).isEqualTo("/camunda/app/tasklist/default/#/?task=" + task);
    }

    @Test
    void saysNothingOfTasksOfOthersOfHiddenCasesAndOfCasesThatThereAreNot() {
        assertThat(reader(people.with(Role.ROVING_PM)).get(address()).body())
                .contains(NOTHING)
                .doesNotContain(task);
        Browser coordinators = reader(coordinator);
        assertThat(coordinators.get("/cases/RPM-2001-0001/task").body()).contains(NOTHING);
        assertThat(coordinators.get("/cases/nonsense/task").statusCode()).isEqualTo(404);
        keepOut.keepOut(new KeepOut.Form(reference, coordinator, "A neighbour."), "service-manager");
        assertThat(coordinators.get(address()).body()).contains(NOTHING).doesNotContain(task);
    }
}
