package org.rovingpm.casepage;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.opentask.CaseTask;
import org.springframework.stereotype.Component;

/** Who has open tasks, in words: a person by name, or the teams that they are offered to. */
@Component
public class TaskHolders {

    private final PersonDirectory people;

    TaskHolders(PersonDirectory people) {
        this.people = people;
    }

    /** @return what to call the holder of each of these tasks; the names are read once */
    public Function<CaseTask, String> of(Collection<CaseTask> tasks) {
        Map<String, String> names = people.namesOf(tasks.stream()
                .map(CaseTask::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return task -> holder(task, names);
    }

    private static String holder(CaseTask task, Map<String, String> names) {
        if (task.assignee() != null) {
            return names.getOrDefault(task.assignee(), task.assignee());
        }
        return task.groups().isEmpty()
                ? "Nobody"
                : task.groups().stream()
                        .map(group -> Role.ofGroup(group).map(Role::displayName).orElse(group))
                        .collect(Collectors.joining(", "));
    }
}
