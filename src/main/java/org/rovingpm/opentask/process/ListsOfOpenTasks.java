package org.rovingpm.opentask.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.QueryMaxResultsLimitUtil;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.Task;
import org.rovingpm.opentask.OpenTasks;
import org.rovingpm.opentask.TaskQuestion;
import org.rovingpm.opentask.TaskReader;
import org.rovingpm.opentask.TaskReaders;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Answers task lists and their counts from our table of open tasks, with the reader's rights, wherever the engine is asked. A list,
 * or a search in one, that asks for something the table does not know goes to the engine; and so does what no person asks.
 */
class ListsOfOpenTasks extends FilterServiceImpl {

    private final ObjectProvider<OpenTasks> openTasks;
    private final ObjectProvider<TaskReaders> readers;
    private final ObjectProvider<ListQuestion> questions;

    ListsOfOpenTasks(
            ObjectProvider<OpenTasks> openTasks,
            ObjectProvider<TaskReaders> readers,
            ObjectProvider<ListQuestion> questions) {
        this.openTasks = openTasks;
        this.readers = readers;
        this.questions = questions;
    }

    @Override
    public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
        return this.<T>page(filterId, null, firstResult, maxResults)
                .orElseGet(() -> super.listPage(filterId, firstResult, maxResults));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(
            String filterId, Q extendingQuery, int firstResult, int maxResults) {
        return this.<T>page(filterId, extendingQuery, firstResult, maxResults)
                .orElseGet(() -> super.listPage(filterId, extendingQuery, firstResult, maxResults));
    }

    @Override
    public Long count(String filterId) {
        return count(filterId, null);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extendingQuery) {
        return answer(filterId, extendingQuery, (question, reader) ->
                        (long) openTasks.getObject().count(question, reader))
                .orElseGet(() -> super.count(filterId, extendingQuery));
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<List<T>> page(String filter, Query<?, ?> search, int first, int most) {
        return answer(filter, search, (question, reader) -> {
            QueryMaxResultsLimitUtil.checkMaxResultsLimit(most);
            return (List<T>) tasks(openTasks.getObject().page(question, reader, first, most));
        });
    }

    /** @return empty for what goes to the engine */
    private <A> Optional<A> answer(String id, Query<?, ?> search, BiFunction<TaskQuestion, TaskReader, A> answer) {
        return commandExecutor.execute(context -> {
            Authentication person = context.getAuthentication();
            if (person == null || person.getUserId() == null || !context.isAuthorizationCheckEnabled()) {
                return Optional.empty();
            }
            Filter list = list(context, id);
            if (search != null) {
                ((AbstractQuery<?, ?>) search).validate();
            }
            Set<String> groups = person.getGroupIds() == null ? Set.of() : Set.copyOf(person.getGroupIds());
            return questions
                    .getObject()
                    .of(list.getQuery(), (TaskQueryImpl) search, new ListQuestion.Reader(person.getUserId(), groups))
                    .map(question -> answer.apply(question, readers.getObject().of(person.getUserId(), groups)));
        });
    }

    /** The engine looks here whether the person may read the list. */
    private static Filter list(CommandContext context, String id) {
        Filter list = id == null ? null : context.getFilterManager().findFilterById(id);
        if (list == null) {
            throw new NullValueException("No filter found for id '%s'".formatted(id));
        }
        return list;
    }

    /** Who may see them has been asked: what is left is to fetch them. */
    private static List<Task> tasks(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Task> found = Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getTaskService()
                        .createTaskQuery()
                        .taskIdIn(ids.toArray(String[]::new))
                        .initializeFormKeys()
                        .unlimitedList())
                .stream()
                .collect(Collectors.toMap(Task::getId, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
