package org.rovingpm.benchmark;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Friday, 17:00: the week of every practice in support is over in the same minute, and every PM reports it. Measured on the
 * first Friday of a Java process, which has yet to compile what it does, and on the next, for those who have reported.
 */
final class WeeklyBurst implements Subject {

    private static final String DUE =
            "from act_ru_job where handler_type_ = 'timer-intermediate-transition' and handler_cfg_ = 'intermediateEvent_weekOver'";

    private record Report(String task, String pm) {}

    @Override
    public void measure(Application application, BenchmarkTable table) {
        try (BareEngine bare = new BareEngine(application.server())) {
            bare.measure(table);
        }
        for (String friday : List.of("First Friday", "Next Friday")) {
            timers(application, table, friday);
            reports(application, table, friday);
        }
        long failed = application
                .jdbc()
                .sql("select count(*) from act_ru_job where exception_msg_ is not null")
                .query(Long.class)
                .single();
        if (failed > 0) {
            throw new IllegalStateException("%d jobs have failed: %s"
                    .formatted(
                            failed,
                            application
                                    .jdbc()
                                    .sql(
                                            "select exception_msg_ from act_ru_job where exception_msg_ is not null limit 1")
                                    .query(String.class)
                                    .single()));
        }
    }

    private static void timers(Application application, BenchmarkTable table, String friday) {
        long timers = count(application, DUE);
        application
                .jdbc()
                .sql(
                        "update act_ru_job set duedate_ = now() - interval '1 second' where handler_cfg_ = 'intermediateEvent_weekOver'")
                .update();
        // As it would be at the end of a week: the statistics know of them, and no row has just been changed
        application.server().jdbc().sql("vacuum (analyze) act_ru_job").update();
        Cost cost = Cost.since(application);
        double seconds = Times.milliseconds(() -> {
                    application.jobExecutor().start();
                    Waiting.until(() -> !application
                            .jdbc()
                            .sql("select exists (select " + DUE + ")")
                            .query(Boolean.class)
                            .single());
                })
                / 1000;
        application.jobExecutor().shutdown();
        table.number(
                "%s: all weekly check-ins due in the same minute, %,d timers".formatted(friday, timers),
                timers / seconds,
                "timers/s",
                BenchmarkTable.Bound.AT_LEAST,
                300);
        cost.addTo(table, timers, "a timer", 2.5);
    }

    private static void reports(Application application, BenchmarkTable table, String friday) {
        List<Report> open = application.jdbc().sql("""
                select id_ as task, assignee_ as pm from act_ru_task
                where task_def_key_ = 'userTask_reportTheWeek' and assignee_ like 'pm-0%' order by md5(id_) limit 2000""").query(Report.class).list();
        int warmUp = Math.min(100, open.size() / 5);
        report(application, open.subList(0, warmUp));
        List<Report> measured = open.subList(warmUp, open.size());
        Cost cost = Cost.since(application);
        double seconds = Times.milliseconds(() -> report(application, measured)) / 1000;
        table.number(
                "%s: PMs report their week, %,d reports by %d people at once"
                        .formatted(friday, measured.size(), People.AT_ONCE),
                measured.size() / seconds,
                "reports/s",
                BenchmarkTable.Bound.AT_LEAST,
                100);
        cost.addTo(table, measured.size(), "a report", 1.5);
    }

    private static void report(Application application, List<Report> reports) {
        People.doAll(reports, report -> report(application, report));
    }

    private static void report(Application application, Report report) {
        IdentityService identity = application.bean(IdentityService.class);
        identity.setAuthentication(report.pm(), List.of("roving-pm"));
        try {
            Map<String, Object> week = new java.util.HashMap<>(CaseStory.week());
            week.computeIfPresent("progress", (name, rows) -> SpinValues.jsonValue(
                            Spin.JSON(rows).toString())
                    .create());
            application.bean(FormService.class).submitTaskForm(report.task(), week);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static long count(Application application, String from) {
        return application
                .jdbc()
                .sql("select count(*) " + from)
                .query(Long.class)
                .single();
    }
}
