package org.rovingpm.modelchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;

/** A process that a manager has drawn, with a form to start it and tasks for two groups, is for people at once: no code knows it. */
class ManagersOwnProcessBrowserTest extends BrowserTest {

    private static final String KEY = "borrow-laptop";

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private ModelChanges changes;

    @AfterEach
    void remove() {
        changes.before(Long.MAX_VALUE, 10).stream()
                .filter(change -> change.madeBy().startsWith("person"))
                .forEach(change -> scheme.forget(change.name()));
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> repository.getDeploymentResourceNames(deployment.getId()).stream()
                        .anyMatch(file -> file.contains("laptop")))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    private static String form(String id, String field, String label) {
        return """
            {"executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "schemaVersion": 16, "type": "default",
             "id": "%s", "components": [
              {"type": "textfield", "id": "field_%s", "key": "%s", "label": "%s", "validate": {"required": true, "maxLength": 100}}]}
            """.formatted(id, field, field, label);
    }

    /** As the Modeler saves it. */
    private static String model() {
        BpmnModelInstance model = Bpmn.createExecutableProcess(KEY)
                .name("Borrow a laptop")
                .documentation("Whoever visits practices can borrow a laptop.")
                .camundaHistoryTimeToLive(365)
                .startEvent("startEvent_borrow")
                .name("Laptop wanted")
                .camundaFormRef("borrow-laptop")
                .camundaFormRefBinding("latest")
                .userTask("userTask_findLaptop")
                .name("Find a laptop")
                .documentation("Look in the cupboard.")
                .camundaCandidateGroups(Role.LIAISON.group())
                .camundaFormRef("find-laptop")
                .camundaFormRefBinding("latest")
                .userTask("userTask_fetchLaptop")
                .name("Fetch the laptop")
                .documentation("Bring it back within the week.")
                .camundaCandidateGroups(Role.COORDINATOR.group())
                .camundaFormRef("fetch-laptop")
                .camundaFormRefBinding("latest")
                .endEvent("endEvent_borrowed")
                .name("Laptop borrowed")
                .done();
        model.getModelElementsByType(Process.class)
                .forEach(process -> process.setCamundaCandidateStarterGroups(Role.COORDINATOR.group()));
        return Bpmn.convertToString(model);
    }

    private void deploy(String manager, String file, String content) {
        var answer = Api.as(manager, Api.Door.PROGRAMS, port).deploy(file, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Tasklist tasklist(Page browser, Role role) {
        signIn(browser, people.with(role), TestPeople.PASSWORD);
        browser.navigate("/camunda");
        return new Tasklist(browser);
    }

    @Test
    void isStartedFoundAndDoneByThoseWhomItNames() {
        String manager = people.with(Role.PROCESS_MANAGER);
        deploy(manager, "borrow-laptop.form", form("borrow-laptop", "whatFor", "What is it for?"));
        deploy(manager, "find-laptop.form", form("find-laptop", "which", "Which one?"));
        deploy(manager, "fetch-laptop.form", form("fetch-laptop", "fetchedOn", "Fetched on which day?"));
        deploy(manager, "borrow-laptop.bpmn", model());

        signIn(manager, TestPeople.PASSWORD);
        page.navigate("/changes/" + changes.before(Long.MAX_VALUE, 1).get(0).id());
        assertThat(page.getByText("Coordinators may now start “Borrow a laptop”."))
                .isVisible();
        assertThat(
                        page.getByText(
                                "Coordinators, Liaison officers may now see “Borrow a laptop” wherever it runs, and do its tasks."))
                .isVisible();
        page.context().clearCookies();

        Tasklist coordinator = tasklist(page, Role.COORDINATOR);
        coordinator.start("Borrow a laptop");
        coordinator.fill("What is it for?", "The visit on Friday");
        coordinator.submitStart();

        Tasklist liaison = tasklist(browserOfAnotherPerson(), Role.LIAISON);
        liaison.open("My team", "Find a laptop", "");
        liaison.claim();
        liaison.fill("Which one?", "The blue one");
        liaison.complete();

        page.reload();
        coordinator.open("My team", "Fetch the laptop", "");
        coordinator.claim();
        coordinator.fill("Fetched on which day?", "Thursday");
        coordinator.complete();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .completed()
                        .count())
                .isEqualTo(1);
    }
}
