package org.rovingpm.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may start a process and do its tasks. A new one is closed to everybody until it says otherwise. Two kinds of people need
 * no mention: process managers, who see every process, and PMs, who get a right to each task that is assigned to them.
 *
 * @param process   its id
 * @param starters  who may start it by its form
 * @param workers   who may see its instances and do any of its tasks
 * @param assigners who may assign its tasks to other people
 * @param taskList  a list of its tasks alone; null if the lists of the team are enough
 * @param shown     the variables that all task lists show of its tasks, beside those of the case
 */
public record ProcessAccess(
        String process,
        Set<Role> starters,
        Set<Role> workers,
        Set<Role> assigners,
        TaskList taskList,
        List<ShownVariable> shown) {

    /** A list in Tasklist of the tasks of one process, for those who do them. */
    public record TaskList(String name, String description) {}

    /** A variable as the lists in Tasklist show it beside a task. */
    public record ShownVariable(String name, String label) {}

    public ProcessAccess {
        starters = Set.copyOf(starters);
        workers = Set.copyOf(workers);
        assigners = Set.copyOf(assigners);
        shown = List.copyOf(shown);
    }

    public static ProcessAccess to(String process) {
        return new ProcessAccess(process, Set.of(), Set.of(), Set.of(), null, List.of());
    }

    public ProcessAccess startedBy(Role... roles) {
        return new ProcessAccess(process, Set.of(roles), workers, assigners, taskList, shown);
    }

    public ProcessAccess workedOnBy(Role... roles) {
        return workedOnBy(Set.of(roles));
    }

    public ProcessAccess workedOnBy(Set<Role> roles) {
        return new ProcessAccess(process, starters, roles, assigners, taskList, shown);
    }

    public ProcessAccess assignedBy(Role... roles) {
        return new ProcessAccess(process, starters, workers, Set.of(roles), taskList, shown);
    }

    /** Gives those who do its tasks a list of these alone. */
    public ProcessAccess listedAs(String name, String description) {
        return new ProcessAccess(process, starters, workers, assigners, new TaskList(name, description), shown);
    }

    /** Has all lists in Tasklist show the variable beside the tasks of the process. */
    public ProcessAccess showing(String variable, String label) {
        return new ProcessAccess(
                process,
                starters,
                workers,
                assigners,
                taskList,
                Stream.concat(shown.stream(), Stream.of(new ShownVariable(variable, label)))
                        .toList());
    }

    public Optional<TaskList> ownList() {
        return Optional.ofNullable(taskList);
    }
}
