package org.rovingpm.access.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.CurrentUser;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.MenuItem;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.ProcessAccess;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.Visitor;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What modules declare, compared with the packaged processes and with what people then see. */
@ApplicationTest
class DeclaredAccessTest {

    @Autowired
    private DeclaredAccess declared;

    @Autowired
    private EngineAccounts accounts;

    @Autowired
    private TestPeople people;

    private static DeclaredAccess of(Page... pages) {
        return new DeclaredAccess(List.of(new ModuleAccess() {
            @Override
            public List<Page> pages() {
                return List.of(pages);
            }
        }));
    }

    private static Set<Role> rolesOf(Collection<String> groups) {
        return groups.stream()
                .flatMap(all -> Arrays.stream(all.split(",")))
                .map(group -> Role.ofGroup(group.strip()).orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void everyPackagedProcessIsDeclaredAndNoOther() {
        List<String> packaged = Arrays.stream(new File("processes").list((folder, name) -> name.endsWith(".bpmn")))
                .map(name -> name.replace(".bpmn", ""))
                .toList();
        assertThat(declared.processes())
                .extracting(ProcessAccess::process)
                .containsExactlyInAnyOrderElementsOf(packaged);
    }

    @Test
    void whoeverAProcessOffersItsTasksToIsDeclaredToWorkOnIt() {
        assertThat(declared.processes()).allSatisfy(access -> {
            BpmnModelInstance model = Bpmn.readModelFromFile(new File("processes/" + access.process() + ".bpmn"));
            assertThat(access.workers())
                    .containsAll(model.getModelElementsByType(UserTask.class).stream()
                            .flatMap(task -> rolesOf(task.getCamundaCandidateGroupsList()).stream())
                            .toList());
            boolean hasStartForm = model.getModelElementsByType(StartEvent.class).stream()
                    .anyMatch(start -> start.getCamundaFormRef() != null);
            assertThat(access.starters().isEmpty())
                    .as("only what has a start form is started by people")
                    .isEqualTo(!hasStartForm);
        });
    }

    @Test
    void theMenuShowsWhatTheRoleMayOpenInItsOrder() {
        assertThat(declared.menuOf(Visitor.with(Set.of(Role.SERVICE_MANAGER.group()))))
                .extracting(MenuItem::label)
                .containsExactly(
                        "Home",
                        "Your work",
                        "Watch list",
                        "PMs",
                        "Funds",
                        "Stuck cases",
                        "Bulk changes",
                        "Templates",
                        "My interests",
                        "All interests",
                        "Your account");
        assertThat(declared.menuOf(Visitor.with(Set.of(Role.COORDINATOR.group()))))
                .extracting(MenuItem::path)
                .containsExactly("/", "/work", "/refer", "/people", "/stuck", "/interests", "/account");
        assertThat(declared.menuOf(new Visitor(false, Set.of(), null))).isEmpty();
    }

    @Test
    void whoeverHasNoWebApplicationComesToTheFirstPageOfTheirs() {
        DeclaredAccess pages = of(
                Page.under("/later").readBy(Role.COMMISSIONER).inMenu(2, "Later"),
                Page.under("/first").readBy(Role.COMMISSIONER).inMenu(1, "First"),
                Page.under("/other").readBy(Role.LIAISON).inMenu(0, "Other"));
        String commissioner = people.with(Role.COMMISSIONER);
        CurrentUser person = new CurrentUser(commissioner, "Tamsin Teasel");
        assertThat(new DeclaredHome(accounts, pages).of(person)).hasValue("/first");
        assertThat(new DeclaredHome(accounts, declared).of(person)).hasValue("/funds");
    }

    @Test
    void noAddressIsDeclaredTwice() {
        assertThatThrownBy(() -> of(Page.at("/one").readBy(Role.LIAISON), Page.at("/one", "/two")))
                .hasMessage("Access to /one is declared twice");
    }

    @Test
    void aPageIsClosedUntilItSaysOtherwise() {
        Page page = Page.at("/one").readBy(Role.LIAISON);
        Visitor liaison = Visitor.with(Set.of(Role.LIAISON.group()));
        assertThat(page.readers().admits(liaison)).isTrue();
        assertThat(page.writers().admits(liaison)).isFalse();
        assertThat(Page.at("/two").readers().admits(liaison)).isFalse();
    }
}
