package org.rovingpm.opentask;

import java.util.Set;

/**
 * Somebody who reads open tasks, and their rights: what their groups may read, and what is theirs alone.
 *
 * @param person    user id
 * @param processes whose tasks they may see
 * @param tasks     single tasks that they may see, by id
 * @param worked    the processes whose tasks they may also do; only of these they are told what the domain knows
 * @param own       the single tasks that they may also do
 */
public record TaskReader(String person, Set<String> processes, Set<String> tasks, Set<String> worked, Set<String> own) {

    /** Stands for the tasks of every process. */
    public static final String EVERY_PROCESS = "*";

    public TaskReader {
        processes = Set.copyOf(processes);
        tasks = Set.copyOf(tasks);
        worked = Set.copyOf(worked);
        own = Set.copyOf(own);
    }

    boolean seesEveryProcess() {
        return processes.contains(EVERY_PROCESS);
    }

    boolean worksOnEveryProcess() {
        return worked.contains(EVERY_PROCESS);
    }
}
