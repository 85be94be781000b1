package org.rovingpm.benchmark;

import java.util.List;
import org.rovingpm.benchmark.data.PeopleAndPractices;
import org.rovingpm.opentask.TaskReaders;

/** Task lists as Tasklist asks for them through HTTP: the first page with the variables of its cards, and the count. */
final class TaskLists implements Subject {

    private static final int OFTEN = 30;
    private static final double LIST = 200;
    private static final double COUNT = 500;
    private static final double RIGHTS = 5;

    @Override
    public void measure(Application application, BenchmarkTable table) {
        List.of("My team", "Due today", "Overdue", "Red cases", "All open tasks")
                .forEach(list -> measure(application, table, PeopleAndPractices.COORDINATOR, "coordinator", list));
        String busiest = application.jdbc().sql("""
                select assignee_ from act_ru_task where assignee_ like 'pm-0%' group by 1 order by count(*) desc, 1 limit 1""").query(String.class).single();
        List.of("My tasks", "Overdue").forEach(list -> measure(application, table, busiest, "PM", list));
        TaskReaders readers = application.bean(TaskReaders.class);
        for (String person : List.of(PeopleAndPractices.COORDINATOR, busiest)) {
            table.times(
                    "Looking at the rights of %s".formatted(person), Times.of(OFTEN, () -> readers.of(person)), RIGHTS);
        }
    }

    private static void measure(
            Application application, BenchmarkTable table, String person, String role, String list) {
        Caller caller = application.as(person);
        String filter = caller.filter(list);
        int tasks = caller.count(filter);
        table.times(
                "%s's list “%s”, first 15 of %,d".formatted(role, list, tasks),
                Times.of(OFTEN, () -> caller.page(filter)),
                LIST);
        table.times("its count", Times.of(OFTEN, () -> caller.count(filter)), COUNT);
    }
}
