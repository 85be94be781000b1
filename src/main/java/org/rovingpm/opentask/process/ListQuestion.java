package org.rovingpm.opentask.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.query.QueryProperty;
import org.rovingpm.access.list.ListExpressions;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.opentask.TaskCondition;
import org.rovingpm.opentask.TaskCondition.Comparison;
import org.rovingpm.opentask.TaskOrder;
import org.rovingpm.opentask.TaskOrder.By;
import org.rovingpm.opentask.TaskQuestion;
import org.springframework.stereotype.Component;

/**
 * Reads what a task list of the engine asks for, and what somebody looks for in it. The engine writes a query as JSON with a name
 * for everything that is asked: where one of the names is not known here, there is no answer, so that nothing is ever left out.
 *
 * <p>Relies on: {@code JsonTaskQueryConverter} writing everything a stored list can ask. With Operaton: it is there under the same
 * name.
 */
@Component
class ListQuestion {

    private static final Map<QueryProperty, By> ORDERS = Map.of(
            TaskQueryProperty.DUE_DATE, By.DUE,
            TaskQueryProperty.CREATE_TIME, By.CREATED,
            TaskQueryProperty.NAME, By.NAME,
            TaskQueryProperty.NAME_CASE_INSENSITIVE, By.NAME_WHATEVER_ITS_CASE,
            TaskQueryProperty.ASSIGNEE, By.ASSIGNEE,
            TaskQueryProperty.PRIORITY, By.PRIORITY);

    /** What Tasklist sends where nobody has chosen an order. */
    private static final List<TaskOrder> NOT_CHOSEN = List.of(new TaskOrder(By.CREATED, true));

    private static final String OR = "orQueries";
    private static final Set<String> ELSEWHERE = Set.of(JsonTaskQueryConverter.ORDERING_PROPERTIES, OR);

    private final JsonTaskQueryConverter converter = new JsonTaskQueryConverter();
    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock;

    ListQuestion(Clock clock) {
        this.clock = clock;
    }

    /** Who looks at a list. */
    record Reader(String person, Set<String> groups) {}

    /**
     * @param list   as it is stored
     * @param search what is looked for within it, and how it is sorted; null for all of it
     * @return empty if it asks for something that the table of open tasks does not know
     */
    Optional<TaskQuestion> of(TaskQueryImpl list, TaskQueryImpl search, Reader reader) {
        try {
            TaskQuestion question = whole(TaskQuestion.all(), list, reader, state(list, search));
            if (search != null) {
                question = whole(question, search, reader, null);
            }
            return Optional.of(question.inOrder(orders(list, search)));
        } catch (NotKnown unknown) {
            return Optional.empty();
        }
    }

    /** The state that the list itself asks for: Tasklist looks for active tasks in every list, also in one of those on hold. */
    private static SuspensionState state(TaskQueryImpl list, TaskQueryImpl search) {
        return list.getSuspensionState() != null || search == null
                ? list.getSuspensionState()
                : search.getSuspensionState();
    }

    private TaskQuestion whole(TaskQuestion before, TaskQueryImpl query, Reader reader, SuspensionState state) {
        TaskQuestion question = before;
        Set<String> names = names(query);
        names.remove(JsonTaskQueryConverter.ACTIVE);
        names.remove(JsonTaskQueryConverter.SUSPENDED);
        if (state != null) {
            question = question.where(
                    state == SuspensionState.ACTIVE ? TaskCondition.active() : TaskCondition.suspended());
        }
        String assignee = assignee(query, reader);
        if (assignee != null && question.assignee() == null) {
            question = question.of(assignee);
            names.remove(JsonTaskQueryConverter.ASSIGNEE);
            names.remove("taskAssigneeExpression");
        }
        if (query.getProcessDefinitionKey() != null && question.process() == null) {
            question = question.ofProcess(query.getProcessDefinitionKey());
            names.remove(JsonTaskQueryConverter.PROCESS_DEFINITION_KEY);
        }
        if (state == SuspensionState.ACTIVE && names.remove("taskCandidateGroupInExpression")) {
            question = question.offeredTo(groups(query, "taskCandidateGroupIn", reader));
        }
        for (String name : names) {
            if (!ELSEWHERE.contains(name)) {
                for (TaskCondition condition : conditions(name, query, reader)) {
                    question = question.where(condition);
                }
            }
        }
        for (TaskQueryImpl alternatives : query.getQueries()) {
            List<TaskCondition> any = alternatives.isOrQueryActive() ? alternatives(alternatives, reader) : List.of();
            if (!any.isEmpty()) {
                question = question.where(TaskCondition.anyOf(any));
            }
        }
        return question;
    }

    private List<TaskCondition> alternatives(TaskQueryImpl query, Reader reader) {
        List<TaskCondition> any = new ArrayList<>();
        for (String name : names(query)) {
            any.addAll(conditions(name, query, reader));
        }
        return any;
    }

    private Set<String> names(TaskQueryImpl query) {
        try {
            Set<String> names = new LinkedHashSet<>();
            json.readTree(converter.toJson(query)).fieldNames().forEachRemaining(names::add);
            return names;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<TaskCondition> conditions(String name, TaskQueryImpl query, Reader reader) {
        return name.equals(JsonTaskQueryConverter.PROCESS_VARIABLES)
                ? query.getVariables().stream().map(CaseFacts::condition).toList()
                : List.of(condition(name, query, reader));
    }

    private TaskCondition condition(String name, TaskQueryImpl query, Reader reader) {
        return switch (name) {
            case JsonTaskQueryConverter.ACTIVE -> TaskCondition.active();
            case JsonTaskQueryConverter.SUSPENDED -> TaskCondition.suspended();
            case JsonTaskQueryConverter.NAME -> TaskCondition.name(Comparison.EQUAL, query.getName());
            case JsonTaskQueryConverter.NAME_LIKE -> TaskCondition.name(Comparison.LIKE, query.getNameLike());
            case JsonTaskQueryConverter.ASSIGNEE, "taskAssigneeExpression" ->
                TaskCondition.assignee(Comparison.EQUAL, assignee(query, reader));
            case JsonTaskQueryConverter.ASSIGNEE_LIKE ->
                TaskCondition.assignee(Comparison.LIKE, query.getAssigneeLike());
            case JsonTaskQueryConverter.UNASSIGNED -> TaskCondition.unassigned();
            case JsonTaskQueryConverter.ASSIGNED -> TaskCondition.assigned();
            case JsonTaskQueryConverter.CANDIDATE_GROUP -> TaskCondition.offeredTo(Set.of(query.getCandidateGroup()));
            case JsonTaskQueryConverter.CANDIDATE_GROUPS -> TaskCondition.offeredTo(query.getCandidateGroupsInternal());
            case "taskCandidateGroupInExpression" ->
                TaskCondition.offeredTo(groups(query, "taskCandidateGroupIn", reader));
            case JsonTaskQueryConverter.PROCESS_DEFINITION_KEY ->
                TaskCondition.process(query.getProcessDefinitionKey());
            case JsonTaskQueryConverter.PROCESS_INSTANCE_BUSINESS_KEY ->
                TaskCondition.caseReference(Comparison.EQUAL, query.getProcessInstanceBusinessKey(), false);
            case JsonTaskQueryConverter.PROCESS_INSTANCE_BUSINESS_KEY_LIKE ->
                TaskCondition.caseReference(Comparison.LIKE, query.getProcessInstanceBusinessKeyLike(), false);
            case JsonTaskQueryConverter.KEY -> TaskCondition.step(Comparison.EQUAL, query.getKey());
            case JsonTaskQueryConverter.KEY_LIKE -> TaskCondition.step(Comparison.LIKE, query.getKeyLike());
            case JsonTaskQueryConverter.PRIORITY -> TaskCondition.priority(query.getPriority(), query.getPriority());
            case JsonTaskQueryConverter.MIN_PRIORITY ->
                TaskCondition.priority(query.getMinPriority(), Integer.MAX_VALUE);
            case JsonTaskQueryConverter.MAX_PRIORITY ->
                TaskCondition.priority(Integer.MIN_VALUE, query.getMaxPriority());
            case JsonTaskQueryConverter.DUE_BEFORE ->
                TaskCondition.dueBefore(query.getDueBefore().toInstant());
            case JsonTaskQueryConverter.DUE_AFTER ->
                TaskCondition.dueAfter(query.getDueAfter().toInstant());
            case "dueBeforeExpression" -> TaskCondition.dueBefore(moment(query, "dueBefore"));
            case "dueAfterExpression" -> TaskCondition.dueAfter(moment(query, "dueAfter"));
            case JsonTaskQueryConverter.WITHOUT_DUE_DATE -> TaskCondition.neverDue();
            case JsonTaskQueryConverter.CREATED_BEFORE ->
                TaskCondition.createdBefore(query.getCreateTimeBefore().toInstant());
            case JsonTaskQueryConverter.CREATED_AFTER ->
                TaskCondition.createdAfter(query.getCreateTimeAfter().toInstant());
            default -> throw new NotKnown();
        };
    }

    private static String assignee(TaskQueryImpl query, Reader reader) {
        String expression = query.getExpressions().get("taskAssignee");
        if (expression == null) {
            return query.getAssignee();
        }
        if (!expression.equals(ListExpressions.MYSELF)) {
            throw new NotKnown();
        }
        return reader.person();
    }

    private static Set<String> groups(TaskQueryImpl query, String expression, Reader reader) {
        if (!ListExpressions.MY_GROUPS.equals(query.getExpressions().get(expression))) {
            throw new NotKnown();
        }
        return reader.groups();
    }

    private Instant moment(TaskQueryImpl query, String expression) {
        LocalDate today = LocalDate.now(clock);
        return switch (query.getExpressions().get(expression)) {
            case ListExpressions.NOW -> clock.instant();
            case ListExpressions.START_OF_TODAY ->
                today.atStartOfDay(SchemeTime.ZONE).toInstant();
            case ListExpressions.START_OF_TOMORROW ->
                today.plusDays(1).atStartOfDay(SchemeTime.ZONE).toInstant();
            default -> throw new NotKnown();
        };
    }

    /** What somebody has chosen comes first, and then the order of the list. */
    private static List<TaskOrder> orders(TaskQueryImpl list, TaskQueryImpl search) {
        List<TaskOrder> orders = new ArrayList<>();
        if (search != null && !orders(search).equals(NOT_CHOSEN)) {
            orders.addAll(orders(search));
        }
        orders.addAll(orders(list));
        return orders;
    }

    private static List<TaskOrder> orders(TaskQueryImpl query) {
        return query.getOrderingProperties() == null
                ? List.of()
                : query.getOrderingProperties().stream()
                        .map(ListQuestion::order)
                        .toList();
    }

    private static TaskOrder order(QueryOrderingProperty property) {
        By by = property.getRelation() != null ? null : ORDERS.get(property.getQueryProperty());
        if (by == null) {
            throw new NotKnown();
        }
        return new TaskOrder(by, Direction.DESCENDING.equals(property.getDirection()));
    }

    /** The table does not know what is asked for. */
    static class NotKnown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotKnown() {
            super("The table of open tasks does not know what is asked for", null, false, false);
        }
    }
}
