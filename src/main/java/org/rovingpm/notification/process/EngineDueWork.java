package org.rovingpm.notification.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.digest.DueWork;
import org.rovingpm.roster.DeclaredInterests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the engine's tables for the open tasks of a batch of people at once. */
@Component
class EngineDueWork implements DueWork {

    /** A task that nobody has taken is everybody's whose group it is offered to. */
    private static final String QUESTION = """
        with due as materialized (
            select t.id_, t.name_, t.due_date_, t.assignee_, c.reference, c.ods_code, p.name as practice
              from act_ru_task t
              join act_ru_execution i on i.id_ = t.proc_inst_id_
              join support_case c on c.reference = i.business_key_
              join practice p on p.ods_code = c.ods_code
             where t.suspension_state_ = 1 and t.due_date_ < :until),
        work as (
            select assignee_ as person, due.* from due where assignee_ is not null
            union all
            select m.user_id_, due.* from due
              join act_ru_identitylink l on l.task_id_ = due.id_ and l.type_ = 'candidate'
              join act_id_membership m on m.group_id_ = l.group_id_
             where due.assignee_ is null),
        allowed as (
            select work.* from work where %s),
        hearing as (select distinct user_id_ as person from act_id_membership where group_id_ = any (:hearing)),
        people as (
            select person from (select person from allowed union select person from hearing) everybody
             where not exists (select from message where key = :key || person) order by person limit :most)
        select * from (
            select people.person, a.name_, a.reference, a.practice, a.due_date_, count(a.id_) over (partition by people.person) as all,
                   row_number() over (partition by people.person order by a.due_date_, a.id_) as place,
                   coalesce(nullif(trim(concat_ws(' ', u.first_, u.last_)), ''), r.name, people.person) as name,
                   coalesce(nullif(u.email_, ''), r.email) as email, r.status = 'LEFT' as left,
                   exists (select from hearing h where h.person = people.person) as hears
              from people left join allowed a on a.person = people.person
              left join act_id_user u on u.id_ = people.person
              left join roving_pm r on r.user_id = people.person) listed
         where place <= 20 order by person, place""".formatted(DeclaredInterests.noneBetween("work.person", "work.ods_code"));

    private final JdbcClient jdbc;

    EngineDueWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Person> of(LocalDate day, String key, Set<String> hearing, int most) {
        Map<String, Person> people = new LinkedHashMap<>();
        jdbc.sql(QUESTION)
                .param(
                        "until",
                        Timestamp.from(
                                day.plusDays(1).atStartOfDay(SchemeTime.ZONE).toInstant()))
                .param("today", day)
                .param("key", key)
                .param("hearing", hearing.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> {
                    Person person = people.computeIfAbsent(row.getString("person"), id -> person(row, id));
                    return row.getString("name_") != null && person.tasks().add(task(row));
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
                    row.getBoolean("hears"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getString("name_"),
                row.getString("reference"),
                row.getString("practice"),
                row.getTimestamp("due_date_").toInstant());
    }
}
