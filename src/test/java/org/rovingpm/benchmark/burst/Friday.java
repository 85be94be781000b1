package org.rovingpm.benchmark.burst;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.rovingpm.benchmark.Application;
import org.rovingpm.benchmark.BenchmarkTable;
import org.rovingpm.benchmark.Cost;
import org.rovingpm.benchmark.Times;
import org.rovingpm.benchmark.Waiting;
import org.rovingpm.benchmark.data.CaseStory;

/**
 * The end of a week. What it leaves is the next week, which can be ended in the same way.
 *
 * @param timers   how many weeks a second are over that all end in the same minute
 * @param checkIns how many check-ins a second PMs send in, many at once
 */
record Friday(double timers, double checkIns) {

    private static final int MOST_CHECK_INS = 2_000;
    private static final String DUE =
            "from act_ru_job where handler_type_ = 'timer-intermediate-transition' and handler_cfg_ = 'intermediateEvent_weekOver'";

    private record Report(String task, String pm) {}

    static Friday of(Application application) {
        return new Friday(timers(application), checkIns(application, open(application)));
    }

    /** As {@link #of}, and adds to the table what each timer and each check-in costs. */
    static void costs(Application application, BenchmarkTable table) {
        long due = due(application);
        Cost ofTimers = Cost.since(application);
        timers(application);
        ofTimers.addTo(table, due, "a timer", 2.5);
        List<Report> open = open(application);
        Cost ofCheckIns = Cost.since(application);
        checkIns(application, open);
        ofCheckIns.addTo(table, open.size(), "a check-in", 1.5);
    }

    /** @return how many weeks wait for their end */
    static long due(Application application) {
        return application
                .jdbc()
                .sql("select count(*) " + DUE)
                .query(Long.class)
                .single();
    }

    private static double timers(Application application) {
        long timers = due(application);
        application
                .jdbc()
                .sql(
                        "update act_ru_job set duedate_ = now() - interval '1 second' where handler_cfg_ = 'intermediateEvent_weekOver'")
                .update();
        // As it would be at the end of a week: the statistics know of them, and no row has just been changed
        application.server().jdbc().sql("vacuum (analyze) act_ru_job").update();
        double seconds = Times.milliseconds(() -> {
                    application.jobExecutor().start();
                    Waiting.until(() -> due(application) == 0);
                })
                / 1000;
        application.jobExecutor().shutdown();
        return timers / seconds;
    }

    private static List<Report> open(Application application) {
        return application
                .jdbc()
                .sql("""
                select id_ as task, assignee_ as pm from act_ru_task
                where task_def_key_ = 'userTask_reportTheWeek' and assignee_ like 'pm-0%' order by md5(id_) limit :most""")
                .param("most", MOST_CHECK_INS)
                .query(Report.class)
                .list();
    }

    private static double checkIns(Application application, List<Report> open) {
        double seconds = Times.milliseconds(() -> People.doAll(open, report -> report(application, report))) / 1000;
        return open.size() / seconds;
    }

    private static void report(Application application, Report report) {
        IdentityService identity = application.bean(IdentityService.class);
        identity.setAuthentication(report.pm(), List.of("roving-pm"));
        try {
            Map<String, Object> week = new HashMap<>(CaseStory.week());
            week.computeIfPresent("progress", (name, rows) -> SpinValues.jsonValue(
                            Spin.JSON(rows).toString())
                    .create());
            application.bean(FormService.class).submitTaskForm(report.task(), week);
        } finally {
            identity.clearAuthentication();
        }
    }
}
