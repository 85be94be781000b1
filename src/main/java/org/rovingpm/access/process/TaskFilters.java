package org.rovingpm.access.process;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.ProcessAccess.ShownVariable;
import org.rovingpm.access.Role;
import org.rovingpm.access.WebApplication;
import org.rovingpm.access.list.CardFields;
import org.rovingpm.access.list.ListExpressions;
import org.rovingpm.contract.CaseVariables;
import org.springframework.stereotype.Component;

/** The task lists of Tasklist, shared by everybody in a role. One that is there, by its name, is left as it is. */
@Component
class TaskFilters {

    private static final String BLUE = "#0b4f6c";
    private static final String AMBER = "#8a5300";
    private static final String RED = "#b3261e";
    private static final String GREY = "#4a5a66";

    private static final List<ShownVariable> OF_CASES = List.of(
            new ShownVariable(CardFields.PRACTICE, "Practice"),
            new ShownVariable(CaseVariables.CASE_REFERENCE, "Case"),
            new ShownVariable(CaseVariables.RAG, "RAG"));

    private final FilterService filters;
    private final TaskService tasks;
    private final DeclaredAccess declared;

    TaskFilters(FilterService filters, TaskService tasks, DeclaredAccess declared) {
        this.filters = filters;
        this.tasks = tasks;
        this.declared = declared;
    }

    /**
     * Makes those that are missing. The lists of teams are for the roles that share tasks, whether by declaration or
     * by a manager's model.
     *
     * @param grants to which the right to each is added, for its recipients
     * @return the ids of all of them
     */
    Set<String> make(Grants grants) {
        Set<String> made = new HashSet<>();
        Set<Role> atHome = WebApplication.TASKLIST.atHome();
        Set<Role> teams = grants.workers().stream().filter(atHome::contains).collect(Collectors.toSet());
        Stream.of(forEveryone(atHome), forTeams(teams), ofOneProcess())
                .flatMap(lists -> lists)
                .forEach(list -> {
                    String id = idOf(list);
                    list.roles().forEach(role -> grants.list(role, id));
                    made.add(id);
                });
        return made;
    }

    private record SharedList(
            int priority, String name, String description, String colour, Set<Role> roles, TaskQuery query) {}

    private Stream<SharedList> forEveryone(Set<Role> roles) {
        return Stream.of(
                new SharedList(10, "My tasks", "Tasks that are yours", BLUE, roles, mine()),
                new SharedList(
                        40,
                        "Due today",
                        "Open tasks to be done by the end of today",
                        AMBER,
                        roles,
                        active().dueAfterExpression(ListExpressions.START_OF_TODAY)
                                .dueBeforeExpression(ListExpressions.START_OF_TOMORROW)),
                new SharedList(
                        50,
                        "Overdue",
                        "Open tasks whose time has run out",
                        RED,
                        roles,
                        active().dueBeforeExpression(ListExpressions.NOW)));
    }

    private Stream<SharedList> forTeams(Set<Role> roles) {
        return Stream.of(
                new SharedList(
                        20,
                        "My team",
                        "Tasks that nobody has taken yet and that you may take",
                        BLUE,
                        roles,
                        active().taskUnassigned().taskCandidateGroupInExpression(ListExpressions.MY_GROUPS)),
                new SharedList(
                        30,
                        "Red cases",
                        "Open tasks of cases rated red",
                        RED,
                        roles,
                        active().processVariableValueEquals(CaseVariables.RAG, "RED")),
                new SharedList(60, "All open tasks", "Every open task you may see", GREY, roles, active()),
                new SharedList(
                        70,
                        "On hold",
                        "Tasks of cases that are on hold",
                        GREY,
                        roles,
                        tasks.createTaskQuery().suspended()));
    }

    private Stream<SharedList> ofOneProcess() {
        return declared.processes().stream().flatMap(process -> process.ownList().stream()
                .map(own -> new SharedList(
                        15,
                        own.name(),
                        own.description(),
                        BLUE,
                        process.workers(),
                        active().processDefinitionKey(process.process()))));
    }

    private TaskQuery mine() {
        return active().taskAssigneeExpression(ListExpressions.MYSELF);
    }

    private TaskQuery active() {
        return tasks.createTaskQuery().active();
    }

    private String idOf(SharedList list) {
        return filters.createTaskFilterQuery().filterName(list.name()).unlimitedList().stream()
                .filter(found -> found.getOwner() == null)
                .findFirst()
                .orElseGet(() -> fresh(list))
                .getId();
    }

    private Filter fresh(SharedList list) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("priority", list.priority());
        properties.put("description", list.description());
        properties.put("color", list.colour());
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                Stream.concat(
                                OF_CASES.stream(),
                                declared.processes().stream().flatMap(process -> process.shown().stream()))
                        .map(shown -> Map.of("name", shown.name(), "label", shown.label()))
                        .toList());
        Filter filter = filters.newTaskFilter(list.name());
        filter.setProperties(properties);
        filter.setQuery(list.query().orderByDueDate().asc());
        return filters.saveFilter(filter);
    }
}
