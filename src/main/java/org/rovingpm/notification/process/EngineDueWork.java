package org.rovingpm.notification.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.database.SqlFile;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.digest.DueWork;
import org.rovingpm.practice.Practices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the open tasks of a batch of people from the engine's tables in one query. */
@Component
class EngineDueWork implements DueWork {

    private static final String QUESTION = SqlFile.read(EngineDueWork.class, "due-work.sql");

    private final JdbcClient jdbc;

    EngineDueWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Person> of(LocalDate day, String key, Set<String> newsGroups, int most) {
        Map<String, Person> people = new LinkedHashMap<>();
        jdbc.sql(QUESTION)
                .param("until", day.plusDays(1).atStartOfDay(SchemeTime.ZONE).toOffsetDateTime())
                .param("today", day)
                .param("key", key)
                .param("newsGroups", newsGroups.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> {
                    Person person = people.computeIfAbsent(row.getString("person"), id -> person(row, id));
                    return row.getString("task_name") != null && person.tasks().add(task(row));
                })
                .list();
        return List.copyOf(people.values());
    }

    private static Person person(ResultSet row, String id) {
        try {
            return new Person(
                    Recipient.of(id, row.getString("name"), row.getString("email"), row.getBoolean("left")),
                    new ArrayList<>(),
                    row.getLong("all"),
                    row.getBoolean("gets_news"),
                    row.getBoolean("confirms"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getString("task_name"),
                row.getString("reference"),
                Practices.inShort(row.getString("practice"), row.getInt("practices")),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }
}
