package org.rovingpm.access.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The task lists of Tasklist, shared by everybody in a role. One that is there, by its name, is left as it is. */
@Component
class TaskFilters {

    private static final Set<Role> TEAMS = Set.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.BUDGET_HOLDER);
    private static final String START_OF_TODAY = "${dateTime().withTimeAtStartOfDay()}";
    private static final String START_OF_TOMORROW = "${dateTime().withTimeAtStartOfDay().plusDays(1)}";

    private final FilterService filters;
    private final TaskService tasks;
    private final GrantRights grantRights;

    TaskFilters(FilterService filters, TaskService tasks, GrantRights grantRights) {
        this.filters = filters;
        this.tasks = tasks;
        this.grantRights = grantRights;
    }

    @Transactional
    void make() {
        Set<Role> everyone = Grants.USES_TASKLIST;
        make(10, "My tasks", "Tasks that are yours", "#0b4f6c", everyone, mine());
        make(
                20,
                "My team",
                "Tasks that nobody has taken yet and that you may take",
                "#0b4f6c",
                TEAMS,
                active().taskUnassigned().taskCandidateGroupInExpression("${currentUserGroups()}"));
        make(
                30,
                "Red cases",
                "Open tasks of cases rated red",
                "#b3261e",
                TEAMS,
                active().processVariableValueEquals("rag", "RED"));
        make(
                40,
                "Due today",
                "Open tasks to be done by the end of today",
                "#8a5300",
                everyone,
                active().dueAfterExpression(START_OF_TODAY).dueBeforeExpression(START_OF_TOMORROW));
        make(
                50,
                "Overdue",
                "Open tasks whose time has run out",
                "#b3261e",
                everyone,
                active().dueBeforeExpression("${now()}"));
        make(60, "All open tasks", "Every open task you may see", "#4a5a66", TEAMS, active());
        make(
                15,
                "Changes of processes",
                "What managers and upgrades have changed and nobody has decided about",
                "#0b4f6c",
                Set.of(Role.PROCESS_MANAGER),
                active().processDefinitionKey(Grants.CHANGE_REVIEW));
        make(
                70,
                "On hold",
                "Tasks of cases that are on hold",
                "#4a5a66",
                TEAMS,
                tasks.createTaskQuery().suspended());
    }

    private TaskQuery mine() {
        return active().taskAssigneeExpression("${currentUser()}");
    }

    private TaskQuery active() {
        return tasks.createTaskQuery().active();
    }

    private void make(int priority, String name, String description, String colour, Set<Role> roles, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).list().stream()
                .filter(found -> found.getOwner() == null)
                .findFirst()
                .orElseGet(() -> fresh(priority, name, description, colour, query));
        for (Role role : new TreeSet<>(roles)) {
            grantRights.grant(role.group(), Resources.FILTER, filter.getId(), List.of(Permissions.READ));
        }
    }

    private Filter fresh(int priority, String name, String description, String colour, TaskQuery query) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("priority", priority);
        properties.put("description", description);
        properties.put("color", colour);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                List.of(
                        variable("practiceName", "Practice"),
                        variable("caseReference", "Case"),
                        variable("rag", "RAG"),
                        variable("changedFiles", "Files")));
        Filter filter = filters.newTaskFilter(name);
        filter.setProperties(properties);
        filter.setQuery(query.orderByDueDate().asc());
        return filters.saveFilter(filter);
    }

    private static Map<String, String> variable(String name, String label) {
        return Map.of("name", name, "label", label);
    }
}
