package org.rovingpm.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Goes through the engine's web applications as their users do, and shows that whatever they ask of the engine reaches it: the
 * lists of calls take nothing away that is used.
 */
class WebApplicationsBrowserTest extends BrowserTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/#";
    private static final String ADMIN = "/camunda/app/admin/default/#";

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    private final Set<String> reached = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private Task task;
    private String reference;

    @BeforeEach
    void aCase() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z98001")));
        task = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST);
        page.onResponse(this::note);
    }

    private void note(Response answer) {
        String path = URI.create(answer.url()).getPath();
        if (path.startsWith("/camunda/api/")) {
            String call = answer.request().method() + " " + path;
            (answer.headers().containsKey("x-reached-the-engine") ? reached : refused)
                    .add(call + " " + answer.status());
        }
    }

    /** Opens an address afresh, and waits until the page has asked the engine and asks nothing more. */
    private void open(String address) {
        page.navigate("about:blank");
        page.waitForResponse(
                answer -> answer.url().contains("/camunda/api/engine/engine/default/"), () -> page.navigate(address));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private void nothingWasRefused() {
        if (System.getProperty("rovingpm.calls") != null) {
            reached.forEach(call -> System.out.println("CALL " + call));
            refused.forEach(call -> System.out.println("REFUSED " + call));
        }
        Assertions.assertThat(refused).isEmpty();
        Assertions.assertThat(reached).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER", "LIAISON", "ROVING_PM", "BUDGET_HOLDER", "PROCESS_MANAGER"})
    void everyRoleOpensTasklist(Role role) {
        signIn(people.with(role), TestPeople.PASSWORD);
        open(TASKLIST);
        page.locator(".start-process-action a").click();
        assertThat(page.locator(".modal-body").first()).isVisible();
        page.keyboard().press("Escape");
        nothingWasRefused();
    }

    @Test
    void aCoordinatorWorksInTasklist() {
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        for (String tab : List.of("form", "history", "diagram", "description")) {
            open(TASKLIST + "?task=" + task.getId() + "&detailsTab=task-detail-" + tab);
        }
        open(TASKLIST + "?searchQuery=%5B%7B%22type%22:%22processVariables%22,%22operator%22:%22eq%22,"
                + "%22value%22:%22RED%22,%22name%22:%22rag%22%7D%5D");
        open(TASKLIST + "?task=" + task.getId());
        page.locator(".claim").first().click();
        assertThat(page.locator(".assignee").first()).containsText("Tamsin");
        page.waitForResponse(
                answer -> answer.url().endsWith("/unclaim"),
                () -> page.locator(".unclaim").first().click());
        open(TASKLIST + "?processStart=support-case");
        assertThat(page.locator(".modal-body form").first()).isVisible();
        nothingWasRefused();
    }

    @Test
    void aProcessManagerWorksInCockpit() {
        signIn(people.with(Role.PROCESS_MANAGER), TestPeople.PASSWORD);
        String definition = task.getProcessDefinitionId();
        String instance = task.getProcessInstanceId();
        String decision = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("rag-rating")
                .latestVersion()
                .singleResult()
                .getId();
        for (String address : List.of(
                "/dashboard",
                "/processes",
                "/decisions",
                "/tasks",
                "/repository",
                "/batch",
                "/process-definition/" + definition + "/runtime?tab=process-instances-table",
                "/process-definition/" + definition + "/runtime?tab=pd-incidents-tab",
                "/process-definition/" + definition + "/runtime?tab=call-process-definitions-table",
                "/process-definition/" + definition + "/runtime?tab=job-definition-table",
                "/process-definition/" + definition + "/runtime?searchQuery=%5B%7B%22type%22:%22PIvariables%22,"
                        + "%22operator%22:%22eq%22,%22value%22:%22RED%22,%22name%22:%22rag%22%7D%5D",
                "/process-instance/" + instance + "/runtime?tab=variables-tab",
                "/process-instance/" + instance + "/runtime?tab=incidents-tab",
                "/process-instance/" + instance + "/runtime?tab=called-process-instances-tab",
                "/process-instance/" + instance + "/runtime?tab=user-tasks-tab",
                "/process-instance/" + instance + "/runtime?tab=jobs-tab",
                "/process-instance/" + instance + "/runtime?tab=external-tasks-process-instance-runtime",
                "/decision-definition/" + decision)) {
            open(COCKPIT + address);
        }
        history.createHistoricDecisionInstanceQuery()
                .includeInputs()
                .listPage(0, 1)
                .forEach(made -> open(COCKPIT + "/decision-instance/" + made.getId()));
        nothingWasRefused();
    }

    @Test
    void anAdministratorWorksInAdmin() {
        String somebody = people.with(Role.COORDINATOR);
        signIn(people.with(Role.ADMINISTRATOR), TestPeople.PASSWORD);
        for (String address : List.of(
                "/",
                "/users",
                "/users/" + somebody + "?tab=profile",
                "/users/" + somebody + "?tab=account",
                "/users/" + somebody + "?tab=groups",
                "/user-create",
                "/groups",
                "/groups/coordinator?tab=information",
                "/groups/coordinator?tab=users",
                "/group-create",
                "/authorization?resource=0",
                "/authorization?resource=6",
                "/system?section=system-settings-general",
                "/system?section=system-settings-metrics",
                "/system?section=diagnostics-system-settings")) {
            open(ADMIN + address);
        }
        nothingWasRefused();
    }

    /** One of those who can do the same with the engine: the lists of calls are by ability. */
    static Collection<Role> whoCanDoSomethingElse() {
        return Arrays.stream(Role.values())
                .collect(Collectors.toMap(Role::abilities, role -> role, (one, another) -> one, LinkedHashMap::new))
                .values();
    }

    @ParameterizedTest
    @MethodSource("whoCanDoSomethingElse")
    void everybodyOpensTheirOwnAccount(Role role) {
        signIn(people.with(role), TestPeople.PASSWORD);
        open("/camunda/app/welcome/default/#!/profile");
        open("/camunda/app/welcome/default/#!/welcome");
        nothingWasRefused();
    }
}
