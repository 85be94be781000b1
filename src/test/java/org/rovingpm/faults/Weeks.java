package org.rovingpm.faults;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess.Elements;
import org.rovingpm.checkin.WeeklyCheckInProcess.Timers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Weeks that end, and check-ins that are missing then: the timers of the demonstration's cases, which fall due one after the other while
 * the faults happen. Each has the step behind it begin once.
 */
final class Weeks {

    /** By timer, the step that begins when it has fired. */
    private static final Map<String, String> NEXT = Map.of(
            Timers.WEEK_OVER, Elements.REPORT_THE_WEEK,
            Timers.REMINDER_DUE, Timers.CHASE_DUE,
            Timers.CHASE_DUE, Elements.CHASE_MISSING_CHECK_IN,
            Timers.ESCALATION_DUE, Elements.RESOLVE_MISSING_CHECK_IN);

    private static final String FALL_DUE = """
        update act_ru_job j set duedate_ = now() at time zone 'UTC', rev_ = j.rev_ + 1
          from act_ru_jobdef d
         where d.id_ = j.job_def_id_ and j.id_ = (
                   select waiting.id_ from act_ru_job waiting
                    where waiting.process_def_key_ = :process and waiting.type_ = 'timer' and waiting.retries_ > 0
                      and waiting.suspension_state_ = 1 and waiting.duedate_ > now() at time zone 'UTC' + interval '1 minute'
                    order by waiting.duedate_ limit 1 for update skip locked)
        returning j.process_instance_id_ as instance, d.act_id_ as timer""";

    private static final String BEGUN = """
        select proc_inst_id_ || ' ' || act_id_ as step, count(*) as times from act_hi_actinst
         where proc_def_key_ = :process and act_type_ in ('userTask', 'intermediateTimer') group by 1""";

    /** Timers whose time has come and that nobody has fired. One that failed waits for its next attempt. */
    private static final String OVERDUE = """
        select count(*) from act_ru_job where type_ = 'timer' and retries_ > 0 and suspension_state_ = 1
           and duedate_ < now() at time zone 'UTC' - interval '1 minute'""";

    private final JdbcClient jdbc;
    /** By instance and step, how often the timer before it fell due: once each. */
    private final Map<String, Integer> due = new ConcurrentHashMap<>();

    Weeks(Server server) {
        this.jdbc = server.jdbc();
    }

    /** @return empty where nothing waits for its time any more; fails while the database is away */
    Optional<String> next() {
        Optional<String> step = jdbc.sql(FALL_DUE)
                .param("process", WeeklyCheckInProcess.KEY)
                .query((row, number) -> row.getString("instance") + " " + NEXT.get(row.getString("timer")))
                .optional();
        step.ifPresent(one -> due.merge(one, 1, Integer::sum));
        return step;
    }

    int fallenDue() {
        return due.size();
    }

    /** Steps that never began although their time came. */
    long lost() {
        Map<String, Long> begun = begun();
        return due.keySet().stream().filter(step -> !begun.containsKey(step)).count();
    }

    /** Steps that began more than once. */
    long doubled() {
        return begun().values().stream().filter(times -> times > 1).count();
    }

    long overdue() {
        return jdbc.sql(OVERDUE).query(Long.class).single();
    }

    private Map<String, Long> begun() {
        Map<String, Long> begun = new TreeMap<>();
        jdbc.sql(BEGUN).param("process", WeeklyCheckInProcess.KEY).query(row -> {
            begun.put(row.getString("step"), row.getLong("times"));
        });
        return begun;
    }
}
