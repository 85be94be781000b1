package org.rovingpm.stuck.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rovingpm.stuck.Cause;

/**
 * The questions for what is stuck, one a cause, all with the same columns. Each finds its rows by an index of few rows: those of
 * open cases, of running processes, or of the last weeks; none reads the history.
 *
 * @param base    since when it waits, to which the limit is added
 * @param order   what sorts by it, in the way of an index where there is one
 * @param columns what there is to say of it, "what as column" each
 * @param from    tables and joins; the case is "c"
 * @param where   what has to hold besides
 */
record StuckSql(Cause cause, String base, String order, String columns, String from, String where) {

    /** The moment since which something has waited for too long: put in place by whoever asks, as {@link #TOO_LATE_REPORT}. */
    private static final String TOO_LATE = "<too late>";

    private static final String TOO_LATE_REPORT = "<too late report>";
    /** The rating agreed or, before that, the one suggested. */
    private static final String SUGGESTED =
            "(select s.rag from rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1)";

    private static final String RAG = "coalesce(c.rag, " + SUGGESTED + ")";
    /** Said so that the database can tell how many cases there are of a rating, and walks the late ones in their order. */
    private static final String OF_RATING = "(c.rag = :rag or c.rag is null and " + SUGGESTED + " = :rag)";

    private static final String CASE = "c.reference, c.ods_code, " + RAG + " as rag, ";

    private static final List<String> COLUMNS =
            List.of("id", "task", "step", "activity", "person", "instance", "definition", "why", "again", "failures");
    /** What a column says where it is not null without anything to say. */
    private static final Map<String, String> NOTHING = Map.of("again", "false", "failures", "1");

    private static final String TASKS = """
        act_ru_task t join act_ru_execution i on i.id_ = t.proc_inst_id_ join support_case c on c.reference = i.business_key_""";
    private static final String OWN_FAILURE =
            "(f.root_cause_incident_id_ = f.id_ or f.root_cause_incident_id_ is null)";
    /** When the PM at the practice, "p", was heard last; before their first report, when they began. */
    private static final String LAST_REPORT =
            "coalesce(p.reported_at, p.started_on::timestamp at time zone 'Europe/London')";
    /** For each row by itself: the database would otherwise put together all tasks, cases and PMs before it takes the first few. */
    private static final String OPEN_TASK = """
        cross join lateral (select t.* from act_ru_execution i join act_ru_task t on t.proc_inst_id_ = i.id_
            where i.business_key_ = c.reference and t.task_def_key_ = '%s' offset 0) t""";

    private static final String OF_QUESTION = " q.case_reference = w.case_reference and q.subject = w.id::text "
            + "join support_case c on c.reference = w.case_reference";

    /** When the last link ends; where none has been sent, as long after the last message that was to carry one. */
    private static final String LAST_LINK = """
         cross join lateral (select greatest(q.asked_at + cast(:linkValid as interval),
             (select max(queued_at) from message where question_id = q.id) + cast(:linkValid as interval),
             (select max(expires_at) from question_link where question_id = q.id)) as expires_at) l""";

    static final List<StuckSql> ALL = List.of(
            failure(Cause.FAILED_STEP, "d.key_ <> 'message-delivery'"),
            failure(Cause.MESSAGE_NOT_DELIVERED, "d.key_ = 'message-delivery'"),
            message(),
            version(),
            task(Cause.NOBODY_SUITABLE, "t.create_time_", TASKS, "t.task_def_key_ = 'userTask_resolveMissingPm'"),
            task(
                    Cause.OFFER_UNANSWERED,
                    "o.expires_at",
                    "offer o join support_case c on c.reference = o.case_reference "
                            + OPEN_TASK.formatted("userTask_respondToOffer"),
                    "o.answer = 'OPEN'"),
            task(
                    Cause.NO_CHECK_IN,
                    LAST_REPORT,
                    "placement p join support_case c on c.reference = p.case_reference "
                            + OPEN_TASK.formatted("userTask_reportTheWeek"),
                    "p.ended_on is null and t.due_date_ < :local"),
            // A report that is missing for longer is told as that
            task(Cause.OVERDUE_TASK, "t.due_date_", TASKS, """
            t.due_date_ < :local and t.task_def_key_ not in ('userTask_resolveMissingPm', 'userTask_respondToOffer', 'userTask_reviewHold')
            and (t.task_def_key_ <> 'userTask_reportTheWeek' or coalesce(
                (select %s from placement p where p.case_reference = c.reference and p.ended_on is null) >= %s, true))""".formatted(LAST_REPORT, TOO_LATE_REPORT)),
            link(
                    "Information asked for",
                    "further_information w join question q on q.purpose = 'information' and" + OF_QUESTION,
                    "w.answer is null"),
            link(
                    "Approval of the job plan",
                    "job_plan w join question q on q.purpose = 'job-plan' and" + OF_QUESTION,
                    "w.status = 'SUBMITTED' and not exists (select from plan_approval a where a.plan_id = w.id and a.party = 'PRACTICE')"),
            link(
                    "Feedback",
                    "support_case c join question q on q.case_reference = c.reference and q.purpose = 'feedback'",
                    "c.stage = 'CLOSING' and not exists (select from feedback b where b.case_reference = c.reference)"),
            new StuckSql(
                    Cause.ON_HOLD_TOO_LONG,
                    "((c.held_until + time '09:00') at time zone 'Europe/London')",
                    "c.held_until",
                    CASE + columns(Map.of("id", "c.reference")),
                    "support_case c",
                    "c.held_until is not null and c.closed_at is null"));

    /** @param also what else has to hold; {@code <rag>} stands for the rating, {@code <of rating>} for its being the one asked for */
    String ask(Function<Cause, String> tooLate, String also) {
        return ("select '%s' as cause, %s as base, ".formatted(cause, base) + columns + " from " + from + " where "
                        + where + " and " + base + " < " + TOO_LATE + also)
                .replace(TOO_LATE_REPORT, tooLate.apply(Cause.NO_CHECK_IN))
                .replace(TOO_LATE, tooLate.apply(cause))
                .replace("<of rating>", cause == Cause.FAULTY_VERSION ? "f.rag = :rag" : OF_RATING)
                .replace("<rag>", cause == Cause.FAULTY_VERSION ? "f.rag" : RAG);
    }

    /** As {@link #ask}: the first ones only, the latest first. */
    String askFirst(Function<Cause, String> tooLate, String also) {
        return "(" + ask(tooLate, also) + " order by " + order + " limit :most)";
    }

    /** @param told what there is to say, by column; of anything else there is nothing */
    private static String columns(Map<String, String> told) {
        return COLUMNS.stream()
                .map(column -> told.getOrDefault(column, NOTHING.getOrDefault(column, "null")) + " as " + column)
                .collect(Collectors.joining(", "));
    }

    private static StuckSql task(Cause cause, String since, String from, String where) {
        return new StuckSql(
                cause,
                "(" + since + ")::timestamptz",
                since,
                CASE
                        + columns(Map.of(
                                "id",
                                "t.id_",
                                "task",
                                "t.id_",
                                "step",
                                "t.name_",
                                "activity",
                                "t.task_def_key_",
                                "person",
                                "t.assignee_",
                                "instance",
                                "t.proc_inst_id_",
                                "definition",
                                "t.proc_def_id_")),
                from,
                "t.suspension_state_ = 1 and " + where);
    }

    private static StuckSql failure(Cause cause, String where) {
        return new StuckSql(
                cause,
                "f.incident_timestamp_::timestamptz",
                "f.incident_timestamp_",
                CASE
                        + columns(Map.of(
                                "id",
                                "f.id_",
                                "activity",
                                "coalesce(f.failed_activity_id_, f.activity_id_)",
                                "instance",
                                "f.proc_inst_id_",
                                "definition",
                                "f.proc_def_id_",
                                "why",
                                "f.incident_msg_",
                                "again",
                                "coalesce(j.retries_ > 0, false)")),
                """
            act_ru_incident f join act_re_procdef d on d.id_ = f.proc_def_id_ left join act_ru_execution i on i.id_ = f.proc_inst_id_
            left join act_ru_job j on j.id_ = f.configuration_ left join support_case c on c.reference = i.business_key_""",
                OWN_FAILURE + " and " + where);
    }

    private static StuckSql link(String what, String from, String where) {
        return new StuckSql(
                Cause.LINK_UNANSWERED,
                "l.expires_at",
                "l.expires_at",
                CASE + columns(Map.of("id", "q.id::text", "step", "'" + what + "'")),
                from + " " + LAST_LINK,
                "q.answered_at is null and c.held_at is null and c.closed_at is null and " + where);
    }

    /**
     * One whose delivery fails is told as a failure; one that waits for a limit of the service to pass, after an hour. Told by
     * its kind: its subject may name the practice.
     */
    private static StuckSql message() {
        String why = """
            concat_ws(': ', case m.status when 'BOUNCED' then 'Came back' when 'UNCONFIRMED' then 'Perhaps sent' else 'Not sent yet' end, e.why)""";
        String kind = "upper(left(m.template, 1)) || replace(substr(m.template, 2), '-', ' ')";
        return new StuckSql(
                Cause.MESSAGE_NOT_DELIVERED,
                "e.at",
                "e.at",
                CASE + columns(Map.of("id", "m.id::text", "step", kind, "why", why, "again", "m.status = 'FAILED'")),
                """
            message m join support_case c on c.reference = m.case_reference
            cross join lateral (select v.at, v.why from message_event v where v.message_id = m.id order by v.id desc limit 1) e""",
                """
            m.status in ('FAILED', 'UNCONFIRMED', 'BOUNCED') and c.closed_at is null and m.queued_at > cast(:now as timestamptz) - interval '60 days'
            and (m.status <> 'FAILED' or e.at < cast(:now as timestamptz) - interval '1 hour')
            and not exists (select from act_ru_incident f where f.proc_inst_id_ = m.delivery)""");
    }

    /** The step of a version that fails in several cases; its rating is that of the worst of them. */
    private static StuckSql version() {
        String failing = """
            (select f.proc_def_id_, coalesce(f.failed_activity_id_, f.activity_id_) as activity, min(f.incident_timestamp_) as since,
                    count(*)::int as failures, min(f.incident_msg_) as why,
                    (array['RED', 'AMBER', 'GREEN'])[min(array_position(array['RED', 'AMBER', 'GREEN'], %s::text))] as rag
               from act_ru_incident f join act_ru_execution i on i.id_ = f.proc_inst_id_ left join support_case c on c.reference = i.business_key_
              where %s group by 1, 2 having count(distinct f.proc_inst_id_) > 1) f
            left join support_case c on false""".formatted(RAG, OWN_FAILURE);
        return new StuckSql(
                Cause.FAULTY_VERSION,
                "f.since::timestamptz",
                "f.since",
                "c.reference, c.ods_code, f.rag as rag, "
                        + columns(Map.of(
                                "id",
                                "f.proc_def_id_ || '/' || f.activity",
                                "activity",
                                "f.activity",
                                "definition",
                                "f.proc_def_id_",
                                "why",
                                "f.why",
                                "failures",
                                "f.failures")),
                failing,
                "true");
    }
}
