package org.rovingpm.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who may start a process and work on its tasks. Begins as nobody's. Whoever starts it or works on it sees it too; process
 * managers see every process, and PMs get a right to each task that is theirs and to no process.
 *
 * @param process   its id
 * @param starters  who may start it by its form
 * @param workers   who may see its instances and do its tasks
 * @param assigners who may give its tasks to other people
 * @param taskList  null where its tasks stand in the lists of the team alone
 */
public record ProcessAccess(
        String process, Set<Role> starters, Set<Role> workers, Set<Role> assigners, TaskList taskList) {

    /** A list of Tasklist with the tasks of one process, for those who work on it. */
    public record TaskList(String name, String description) {}

    public ProcessAccess {
        starters = Set.copyOf(starters);
        workers = Set.copyOf(workers);
        assigners = Set.copyOf(assigners);
    }

    public static ProcessAccess to(String process) {
        return new ProcessAccess(process, Set.of(), Set.of(), Set.of(), null);
    }

    public ProcessAccess startedBy(Role... roles) {
        return new ProcessAccess(process, Set.of(roles), workers, assigners, taskList);
    }

    public ProcessAccess workedOnBy(Role... roles) {
        return workedOnBy(Set.of(roles));
    }

    public ProcessAccess workedOnBy(Set<Role> roles) {
        return new ProcessAccess(process, starters, roles, assigners, taskList);
    }

    public ProcessAccess assignedBy(Role... roles) {
        return new ProcessAccess(process, starters, workers, Set.of(roles), taskList);
    }

    /** Gives those who work on it a list of its tasks alone. */
    public ProcessAccess listedAs(String name, String description) {
        return new ProcessAccess(process, starters, workers, assigners, new TaskList(name, description));
    }

    public Optional<TaskList> ownList() {
        return Optional.ofNullable(taskList);
    }
}
