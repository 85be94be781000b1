package org.rovingpm.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who may start a process and do its tasks. A new one is closed to everybody until it says otherwise. Two kinds of people need
 * no mention: process managers, who see every process, and PMs, who get a right to each task that is assigned to them.
 *
 * @param process   its id
 * @param starters  who may start it by its form
 * @param workers   who may see its instances and do any of its tasks
 * @param assigners who may assign its tasks to other people
 * @param taskList  a list of its tasks alone; null if the lists of the team are enough
 */
public record ProcessAccess(
        String process, Set<Role> starters, Set<Role> workers, Set<Role> assigners, TaskList taskList) {

    /** A list in Tasklist of the tasks of one process, for those who do them. */
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

    /** Gives those who do its tasks a list of these alone. */
    public ProcessAccess listedAs(String name, String description) {
        return new ProcessAccess(process, starters, workers, assigners, new TaskList(name, description));
    }

    public Optional<TaskList> ownList() {
        return Optional.ofNullable(taskList);
    }
}
