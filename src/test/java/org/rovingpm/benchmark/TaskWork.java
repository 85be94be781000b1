package org.rovingpm.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.rovingpm.benchmark.data.CaseStory;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;

/** Opening, claiming and completing tasks through HTTP, as Tasklist does; what is completed are copied cases, so they live. */
final class TaskWork implements Subject {

    private static final int OFTEN = 20;
    private static final int WARM_UP = 3;
    private static final double OPEN = 200;
    private static final double COMPLETE = 500;

    private record OpenTask(String id, String assignee) {}

    @Override
    public void measure(Application application, BenchmarkTable table) {
        opening(application, table, "Assess request", SupportCaseProcess.Elements.ASSESS_REQUEST);
        opening(application, table, "Choose PM, with its shortlist", ManagerMatchingProcess.Elements.CHOOSE_PM);
        opening(application, table, "Prepare job plan", JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN);
        opening(application, table, "Report the week", WeeklyCheckInProcess.Elements.REPORT_THE_WEEK);
        times(
                application,
                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                (caller, task) -> caller.post("/task/" + task + "/claim", "{}"),
                table,
                "Claiming a task");
        completing(
                application,
                table,
                "Assess request: accept",
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                CaseStory.acceptance());
        completing(
                application, table, "Introduce PM", SupportCaseProcess.Elements.INTRODUCE_PM, CaseStory.introduction());
        completing(
                application,
                table,
                "Prepare job plan: stop planning",
                JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN,
                Map.of("decision", "STOP_PLANNING", "reason", "No longer needed."));
        completing(
                application,
                table,
                "Report the week, next week planned",
                WeeklyCheckInProcess.Elements.REPORT_THE_WEEK,
                CaseStory.week());
        completing(
                application,
                table,
                "Write closing report",
                CaseClosureProcess.Elements.WRITE_CLOSING_REPORT,
                CaseStory.closingReport());
    }

    private static void opening(Application application, BenchmarkTable table, String what, String step) {
        times(application, step, Caller::open, table, "Opening “%s” (4 calls)".formatted(what), OPEN);
    }

    private static void completing(
            Application application, BenchmarkTable table, String what, String step, Map<String, ?> fields) {
        times(
                application,
                step,
                (caller, task) -> caller.submit(task, fields),
                table,
                "Completing “%s”".formatted(what));
    }

    private static void times(
            Application application,
            String step,
            BiConsumer<Caller, String> action,
            BenchmarkTable table,
            String what) {
        times(application, step, action, table, what, COMPLETE);
    }

    private static void times(
            Application application,
            String step,
            BiConsumer<Caller, String> action,
            BenchmarkTable table,
            String what,
            double bound) {
        table.times(
                what,
                Times.of(
                        tasks(application, step),
                        WARM_UP,
                        task -> action.accept(application.as(person(application, task)), task.id())),
                bound);
    }

    private static String person(Application application, OpenTask task) {
        return task.assignee() != null
                ? task.assignee()
                : application
                        .jdbc()
                        .sql(
                                "select group_id_ from act_ru_identitylink where task_id_ = :task and type_ = 'candidate' limit 1")
                        .param("task", task.id())
                        .query(String.class)
                        .single();
    }

    private static List<OpenTask> tasks(Application application, String step) {
        return application
                .jdbc()
                .sql("""
                select id_ as id, assignee_ as assignee from act_ru_task
                where task_def_key_ = :step and (assignee_ is null or assignee_ like 'pm-0%') order by id_ limit :often""")
                .param("step", step)
                .param("often", OFTEN + WARM_UP)
                .query(OpenTask.class)
                .list();
    }
}
