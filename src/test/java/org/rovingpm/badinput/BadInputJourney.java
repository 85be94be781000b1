package org.rovingpm.badinput;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.rovingpm.access.Api;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.fixture.Footprint;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.PlainAnswer;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.funding.FundChangeProcess;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.Practice;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case and the people around it, real accounts each, who act over HTTP; it passes every form that there is. */
public class BadInputJourney {

    private static final AtomicInteger JOURNEYS = new AtomicInteger();

    /**
     * A form on the way of the case.
     *
     * @param task      key of the user task; null where the form starts a process
     * @param tried     whether bad input has been or will be tried at another stop with this form
     * @param mayToo    who may do it beside the person
     * @param before    what has to happen before the form is open
     * @param senseless what the form would take and the use case must not, by what is wrong with it: the fields to change
     */
    public record Stop(
            String form,
            String task,
            String process,
            String person,
            boolean tried,
            Set<Role> mayToo,
            Runnable before,
            Supplier<Map<String, Object>> good,
            Map<String, Map<String, Object>> senseless) {

        String name() {
            return form;
        }

        Stop after(Runnable step) {
            return new Stop(form, task, process, person, tried, mayToo, step, good, senseless);
        }

        /** Without bad input: the form has its turn at another stop. */
        Stop passing() {
            return new Stop(form, task, process, person, true, mayToo, before, good, senseless);
        }

        Stop but(String wrong, Object... fields) {
            Map<String, Map<String, Object>> more = new LinkedHashMap<>(senseless);
            more.put(wrong, fields(fields));
            return new Stop(form, task, process, person, tried, mayToo, before, good, more);
        }
    }

    public final String coordinator;
    public final String manager;
    final String budgetHolder;
    public final String pm;
    public String reference;

    private Stop at;
    private String taskId;
    private final ApplicationContext context;
    private final int port;
    private final Scheme scheme;
    private final MovableClock clock;
    private final TestPeople people;
    private final Practice practice;
    private final String fund;
    private final Map<String, Api> doors = new ConcurrentHashMap<>();
    private final Map<Role, String> others = new HashMap<>();

    public BadInputJourney(ApplicationContext context, int port) {
        this.context = context;
        this.port = port;
        scheme = context.getBean(Scheme.class);
        clock = context.getBean(MovableClock.class);
        people = context.getBean(TestPeople.class);
        clock.setTo("2026-11-23T09:00");
        coordinator = people.with(Role.COORDINATOR);
        manager = people.with(Role.SERVICE_MANAGER);
        budgetHolder = people.with(Role.BUDGET_HOLDER);
        pm = people.with(Role.ROVING_PM);
        String tail = "%05d".formatted(JOURNEYS.incrementAndGet());
        practice = scheme.practice("Y" + tail);
        fund = scheme.fund("BAD" + tail, "50000");
    }

    String practiceCode() {
        return practice.code().value();
    }

    String fund() {
        return fund;
    }

    public Footprint footprint() {
        return new Footprint(context.getBean(JdbcClient.class));
    }

    Stream<Stop> stops() {
        String past = day(-1);
        return Stream.of(
                start(
                                "change-roster",
                                RosterChangeProcess.KEY,
                                coordinator,
                                Set.of(Role.SERVICE_MANAGER, Role.COORDINATOR),
                                () -> fields(
                                        "pm",
                                        pm,
                                        "name",
                                        "Rowan Rivers",
                                        "email",
                                        "rowan@example.org",
                                        "status",
                                        "ACTIVE",
                                        "homePostcode",
                                        "NG1 1AA",
                                        "sessionsAWeek",
                                        4,
                                        "skills",
                                        List.of("CQC", "FINANCES"),
                                        "dbsValidUntil",
                                        day(700),
                                        "agreementValidUntil",
                                        day(700)))
                        .but("no postcode", "homePostcode", "HERE")
                        .but("a DBS check for too long", "dbsValidUntil", day(36_500))
                        .but("an agreement of the last century", "agreementValidUntil", "1926-01-01")
                        .but("an unknown practice", "blockedPractice", "ZZZZZ", "blockReason", "Knows them.")
                        .but(
                                "a block without a reason",
                                "blockedPractice",
                                practice.code().value())
                        .but("a reason without a block", "blockReason", "Knows them.")
                        .but(
                                "the end of a block that there is not",
                                "endedPractice",
                                practice.code().value(),
                                "ended",
                                "PM_BLOCK",
                                "endReason",
                                "Over."),
                start(
                                "change-fund",
                                FundChangeProcess.KEY,
                                manager,
                                Set.of(Role.SERVICE_MANAGER, Role.BUDGET_HOLDER),
                                () -> fields("code", fund, "amount", 100, "note", "From the underspend."))
                        .but("a new fund without a name", "code", fund + "-2")
                        .but("closed yesterday", "closesOn", past)
                        .but("closing in a century", "closesOn", day(36_500))
                        .but("less than a penny", "amount", 0.005),
                start(
                                "request-help",
                                SupportCaseProcess.KEY,
                                coordinator,
                                Set.of(Role.SERVICE_MANAGER, Role.COORDINATOR, Role.LIAISON),
                                () -> {
                                    Map<String, Object> request = new LinkedHashMap<>(scheme.request(practice));
                                    request.put("whatHappened", "The practice manager left at short notice.");
                                    return request;
                                })
                        .but("an unknown practice", "odsCode", "ZZZZZ")
                        .but("no ODS code at all", "odsCode", "'; drop")
                        .but("a closed practice", "odsCode", practiceThatIs("CLOSED", true))
                        .but("a dormant practice", "odsCode", practiceThatIs("DORMANT", true))
                        .but("a practice outside the scheme", "odsCode", practiceThatIs("ACTIVE", false))
                        .but("since tomorrow", "since", day(1))
                        .but("since decades ago", "since", "1950-01-01")
                        .but("at risk since yesterday", "atRiskBy", past)
                        .but("an event of the past", "eventKind", "MERGER", "eventOn", past)
                        .but("an event without a date", "eventKind", "MERGER")
                        .but("a date without an event", "eventOn", day(5))
                        .but("a referral without consent", "referredByLiaison", true)
                        .but("consent of the future", "consentOn", day(1))
                        .but("half an e-mail address", "contactEmail", "someone@")
                        .but("a telephone that is none", "contactTelephone", "ask for Ann"),
                task(
                                "assess-request",
                                SupportCaseProcess.Elements.ASSESS_REQUEST,
                                coordinator,
                                () -> fields(
                                        "decision",
                                        "ASK_FOR_INFORMATION",
                                        "informationAskedFor",
                                        "When did she leave?"))
                        .but("nothing asked for", "informationAskedFor", "")
                        .but("accepted with nothing said", "decision", "ACCEPT")
                        .but("declined with nothing said", "decision", "DECLINE")
                        .but("a start in the past", accepted("expectedStart", past))
                        .but("a start in years", accepted("expectedStart", day(800)))
                        .but("no kind of help", accepted("helpKinds", List.of())),
                task(
                        "record-further-information",
                        SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                        coordinator,
                        () -> fields("information", "On Friday.", "givenBy", "Dr Test")),
                task(
                                "assess-request",
                                SupportCaseProcess.Elements.ASSESS_REQUEST,
                                coordinator,
                                () -> fields("decision", "ADVISE"))
                        .passing(),
                task(
                                "give-advice",
                                SupportCaseProcess.Elements.GIVE_ADVICE,
                                coordinator,
                                () -> advised("outcome", "PM_NEEDED"))
                        .but("advised by somebody of another place", "givenBy", "nobody-known")
                        .but("advised tomorrow", "givenOn", day(1))
                        .but("advised last year", "givenOn", day(-300))
                        .but("no time at all", "hours", 0)
                        .but("a week of advice", "hours", 41)
                        .but("nothing advised", "advice", "")
                        .but("a PM from yesterday", "expectedStart", past)
                        .but("a PM for nothing", "helpKinds", List.of()),
                task(
                                "answer-rag-question",
                                SupportCaseProcess.Elements.ANSWER_RAG_QUESTION,
                                manager,
                                () -> fields("outcome", "KEEP", "note", "We looked at it together."))
                        .after(this::theRatingIsQuestioned)
                        .but("changed into nothing", "outcome", "CHANGE")
                        .but("kept without a word", "note", ""),
                task(
                                "choose-pm",
                                ManagerMatchingProcess.Elements.CHOOSE_PM,
                                manager,
                                () -> fields("decision", "NOBODY_SUITABLE", "reason", "Too far."))
                        .after(() -> scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST))
                        .but("nobody without a reason", "reason", "")
                        .but("chosen, but whom", "decision", "CHOOSE")
                        .but("a PM who is not on the roster", "decision", "CHOOSE", "pm", manager)
                        .passing(),
                task(
                                "resolve-missing-pm",
                                ManagerMatchingProcess.Elements.RESOLVE_MISSING_PM,
                                manager,
                                () -> fields("decision", "SEARCH_AGAIN", "reason", "Ask again."))
                        .but("a start in the past", "expectedStart", past)
                        .but("a start in decades", "expectedStart", day(9_000))
                        .but("searched again without a reason", "reason", "")
                        .but("an offer to whom", "decision", "CHOOSE")
                        .but("an offer to somebody who is not on the roster", "decision", "CHOOSE", "pm", manager)
                        .but("stopped with nothing said to the practice", "decision", "GIVE_UP")
                        .but("stopped with nowhere to turn", "decision", "GIVE_UP", "told", "Nobody is free."),
                task(
                                "choose-pm",
                                ManagerMatchingProcess.Elements.CHOOSE_PM,
                                manager,
                                () -> fields("decision", "CHOOSE", "pm", pm, "reason", "Near by."))
                        .after(() -> scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST)),
                task(
                                "respond-to-offer",
                                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                                pm,
                                () -> fields("answer", "ACCEPT", "noConflict", true))
                        .but("a conflict", "noConflict", false)
                        .but("declined without a reason", "answer", "DECLINE")
                        .but("an interest without a word", "answer", "DECLARE_INTEREST"),
                task(
                                "introduce-pm",
                                SupportCaseProcess.Elements.INTRODUCE_PM,
                                coordinator,
                                () -> fields(
                                        "introducedOn",
                                        day(0),
                                        "how",
                                        "MEETING",
                                        "firstVisitOn",
                                        day(0),
                                        "notes",
                                        "Ask for Ann."))
                        .but("introduced tomorrow", "introducedOn", day(1))
                        .but("introduced last year", "introducedOn", day(-300))
                        .but("visited before", "firstVisitOn", day(-1))
                        .but("visited next year", "firstVisitOn", day(300)),
                task(
                                "report-first-visit",
                                SupportCaseProcess.Elements.REPORT_FIRST_VISIT,
                                pm,
                                () -> fields(
                                        "visitedOn",
                                        day(0),
                                        "findings",
                                        "Much to do.",
                                        "needsConfirmed",
                                        "YES",
                                        "ragNow",
                                        "RED",
                                        "ragReason",
                                        "Payroll is late."))
                        .but("visited tomorrow", "visitedOn", day(1))
                        .but("visited before the introduction", "visitedOn", day(-30))
                        .but("changed into nothing", "needsConfirmed", "CHANGED")
                        .but("red without a reason", "ragReason", ""),
                task(
                        "agree-changed-rag",
                        SupportCaseProcess.Elements.AGREE_CHANGED_RAG,
                        manager,
                        () -> fields("rag", "RED", "reason", "Payroll is late.", "agreedWith", "Dr Test")),
                task(
                                "prepare-job-plan",
                                JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN,
                                manager,
                                () -> fields(
                                        "decision",
                                        "SUBMIT",
                                        "sessionsAWeek",
                                        5,
                                        "startOn",
                                        day(0),
                                        "endOn",
                                        day(98),
                                        "hours",
                                        290,
                                        "hourlyRate",
                                        50,
                                        "fund",
                                        fund,
                                        "objectives",
                                        List.of(Map.of(
                                                "objective", "Pay the staff on time", "measure", "No late payslip"))))
                        .but("a past end", "endOn", day(-1))
                        .but("an end before the start", "startOn", day(99))
                        .but("a start long ago", "startOn", day(-60))
                        .but("a start in years", "startOn", day(900), "endOn", day(950))
                        .but("a plan for life", "endOn", day(5_000))
                        .but("more hours than the sessions hold", "hours", 2_000)
                        .but("more money than there is", "hours", 300, "hourlyRate", 200)
                        .but("an unknown fund", "fund", "NO-SUCH")
                        .but("no fund", "fund", "")
                        .but("stopped without a reason", "decision", "STOP_PLANNING")
                        .but(
                                "the same objective twice",
                                "objectives",
                                List.of(
                                        Map.of("objective", "One", "measure", "a"),
                                        Map.of("objective", "one", "measure", "b"))),
                task(
                                "approve-job-plan",
                                JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN,
                                pm,
                                () -> fields("answer", "APPROVE"))
                        .but("refused without a word", "answer", "REFUSE"),
                task(
                                "record-practice-approval",
                                JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL,
                                coordinator,
                                () -> fields("answer", "APPROVE", "answeredBy", "Dr Test", "answeredOn", day(0)))
                        .but("answered tomorrow", "answeredOn", day(1))
                        .but("answered before it was asked", "answeredOn", day(-1))
                        .but("refused without a word", "answer", "REFUSE"),
                task(
                                "approve-spending",
                                JobPlanApprovalProcess.Elements.APPROVE_SPENDING,
                                budgetHolder,
                                () -> fields("answer", "APPROVE"))
                        .but("refused without a word", "answer", "REFUSE"),
                start(
                                "change-case",
                                CaseChangeProcess.KEY,
                                coordinator,
                                Set.of(Role.SERVICE_MANAGER, Role.COORDINATOR),
                                () -> fields(
                                        "caseReference",
                                        reference,
                                        "change",
                                        "PUT_ON_HOLD",
                                        "holdUntil",
                                        day(4),
                                        "reason",
                                        "The partners are away."))
                        .after(() -> scheme.fire(reference, JobPlanApprovalProcess.Elements.ACTIVATE_PLAN))
                        .but("no case", "caseReference", "RPM-1999-0001")
                        .but("no number", "caseReference", "twelve")
                        .but("on hold until when", "holdUntil", "")
                        .but("on hold until yesterday", "holdUntil", past)
                        .but("on hold for life", "holdUntil", day(20_000))
                        .but("resumed before it is held", "change", "RESUME")
                        .but("rated with nothing said", "change", "CHANGE_RAG"),
                task(
                                "review-hold",
                                CaseChangeProcess.Elements.REVIEW_HOLD,
                                coordinator,
                                () -> fields("decision", "RESUME", "reason", "They are back."))
                        .after(() -> scheme.fire(reference, CaseChangeProcess.Timers.HOLD_PERIOD_OVER))
                        .but("extended until when", "decision", "EXTEND")
                        .but("extended until yesterday", "decision", "EXTEND", "holdUntil", past),
                task(
                                "chase-missing-check-in",
                                WeeklyCheckInProcess.Elements.CHASE_MISSING_CHECK_IN,
                                coordinator,
                                () -> fields("outcome", "CHECK_IN_PROMISED", "note", "Tomorrow."))
                        .after(this::theReportIsMissing),
                task(
                        "resolve-missing-check-in",
                        WeeklyCheckInProcess.Elements.RESOLVE_MISSING_CHECK_IN,
                        manager,
                        () -> fields("action", "SPOKEN_TO_PM", "note", "Tonight.")),
                task(
                                "report-the-week",
                                WeeklyCheckInProcess.Elements.REPORT_THE_WEEK,
                                pm,
                                () -> fields(
                                        "hours",
                                        4,
                                        "concerns",
                                        "The partners quarrel.",
                                        "ragNow",
                                        "RED",
                                        "supportComplete",
                                        true,
                                        "progress",
                                        List.of(Map.of(
                                                "objective", "Pay the staff on time", "progress", "On the way"))))
                        .but("a third of an hour", "hours", 0.33)
                        .but("a variation without a reason", "variationNeeded", true)
                        .but(
                                "an objective that is not in the plan",
                                "progress",
                                List.of(Map.of("objective", "Another", "progress", "All")))
                        .but(
                                "an objective twice",
                                "progress",
                                java.util.Collections.nCopies(
                                        2, Map.of("objective", "Pay the staff on time", "progress", "All"))),
                task(
                                "review-check-in",
                                WeeklyCheckInProcess.Elements.REVIEW_CHECK_IN,
                                manager,
                                () -> fields("decision", "COMPLETE", "note", "All is done."))
                        .but("another rating without a word", "rag", "GREEN"),
                task(
                        "write-closing-report",
                        CaseClosureProcess.Elements.WRITE_CLOSING_REPORT,
                        manager,
                        () -> fields(
                                "objectivesMet", "ALL", "whatChanged", "Payroll runs.", "whatRemains", "Nothing.")),
                task(
                                "reconcile-money",
                                CaseClosureProcess.Elements.RECONCILE_MONEY,
                                manager,
                                () -> fields("confirmed", true))
                        .but("not confirmed", "confirmed", false),
                task(
                                "record-feedback",
                                CaseClosureProcess.Elements.RECORD_FEEDBACK,
                                coordinator,
                                () -> fields("given", "NO", "noFeedbackReason", "No answer."))
                        .but("given, but what", "given", "YES")
                        .but("not given, but why", "noFeedbackReason", ""));
    }

    private void theRatingIsQuestioned() {
        context.getBean(Timeline.class)
                .add(
                        new CaseReference(reference),
                        "practice",
                        "RAG rating questioned",
                        null,
                        "Amber, by Dr Test",
                        "It is worse.");
        context.getBean(CaseProcesses.class).tell(reference, SupportCaseProcess.Messages.RAG_QUESTIONED);
    }

    /** Lives the case, with good answers, up to the first task or start with this form, and gives that open. */
    public Stop upTo(String form) {
        for (Stop stop : stops().toList()) {
            stop.before().run();
            if (stop.form().equals(form)) {
                return stop;
            }
            PlainAnswer answer = send(
                    stop,
                    stop.person(),
                    Api.Door.PROGRAMS,
                    BadInput.body(stop.good().get()));
            if (answer.status() >= 300) {
                throw new AssertionError(stop.form() + ": " + answer);
            }
        }
        throw new AssertionError("No form " + form);
    }

    /** The closure of a case: with its steps where there was support, or at once. */
    public void close() {
        List<Stop> stops = stops().toList();
        boolean supported = !scheme.openSteps(reference).isEmpty();
        for (Stop stop : supported ? stops.subList(stops.size() - 3, stops.size()) : List.<Stop>of()) {
            PlainAnswer answer = send(
                    stop,
                    stop.person(),
                    Api.Door.PROGRAMS,
                    BadInput.body(stop.good().get()));
            if (answer.status() >= 300) {
                throw new AssertionError(stop.form() + ": " + answer);
            }
        }
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
    }

    public List<String> timeline() {
        return context.getBean(JdbcClient.class)
                .sql("select what from timeline_entry where case_reference = :reference order by id")
                .param("reference", reference)
                .query(String.class)
                .list();
    }

    /** Sends a form; after a start that is taken, the case is known by its number. */
    public PlainAnswer send(Stop stop, String person, Api.Door door, String body) {
        String path = stop.task() == null
                ? "/process-definition/key/" + stop.process() + "/submit-form"
                : "/task/" + taskOf(stop) + "/submit-form";
        PlainAnswer answer = PlainAnswer.of(api(person, door).post(path, body));
        if (answer.status() < 300 && SupportCaseProcess.KEY.equals(stop.process())) {
            reference = context.getBean(JdbcClient.class)
                    .sql("select max(case_reference) from case_practice where ods_code = :practice")
                    .param("practice", practice.code().value())
                    .query(String.class)
                    .single();
        }
        return answer;
    }

    /** The open task; the same for all attempts, so that it is asked for once. */
    public String taskOf(Stop stop) {
        if (!stop.equals(at)) {
            at = stop;
            taskId = scheme.task(reference, stop.task()).getId();
        }
        return taskId;
    }

    /** People sign in again each hour, because the journey takes months and no session lasts so long. */
    public Api api(String person, Api.Door door) {
        return doors.computeIfAbsent(
                person + door + clock.instant().truncatedTo(ChronoUnit.HOURS), key -> Api.as(person, door, port));
    }

    /** Somebody with this role who has nothing to do with the case; a coordinator of course has. */
    public String somebodyElse(Role role) {
        return others.computeIfAbsent(role, people::with);
    }

    public void cleanUp() {
        clock.reset();
        RuntimeService processes = context.getBean(RuntimeService.class);
        HistoryService history = context.getBean(HistoryService.class);
        processes
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> processes.deleteProcessInstance(instance.getId(), "end of the test"));
        history.deleteHistoricProcessInstancesIfExists(
                history.createHistoricProcessInstanceQuery().finished().list().stream()
                        .map(org.camunda.bpm.engine.history.HistoricProcessInstance::getId)
                        .toList());
        context.getBean(JdbcClient.class)
                .sql("update roving_pm set status = 'LEFT'")
                .update();
    }

    private void theReportIsMissing() {
        clock.moveBy(Duration.ofDays(7));
        for (String event : List.of(
                WeeklyCheckInProcess.Timers.WEEK_OVER,
                WeeklyCheckInProcess.Timers.REMINDER_DUE,
                WeeklyCheckInProcess.Elements.REMIND_PM,
                WeeklyCheckInProcess.Timers.CHASE_DUE,
                WeeklyCheckInProcess.Timers.ESCALATION_DUE)) {
            scheme.fire(reference, event);
        }
    }

    private String practiceThatIs(String status, boolean inScheme) {
        Practice other = scheme.practice("Y9" + status.charAt(0) + (inScheme ? "IN" : "OU"));
        context.getBean(JdbcClient.class)
                .sql("update practice set status = :status, in_scheme = :inScheme where ods_code = :code")
                .param("status", status)
                .param("inScheme", inScheme)
                .param("code", other.code().value())
                .update();
        return other.code().value();
    }

    private Object[] accepted(Object... changes) {
        Map<String, Object> fields = fields(
                "decision",
                "ACCEPT",
                "rag",
                "AMBER",
                "overrideReason",
                "Seen on the spot.",
                "agreedWith",
                "Dr Test",
                "helpNeeded",
                "Cover the post.",
                "sessionsAWeek",
                1,
                "expectedStart",
                day(7),
                "expectedWeeks",
                8,
                "helpKinds",
                List.of("CQC", "FINANCES"));
        fields.putAll(fields(changes));
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray();
    }

    private Map<String, Object> advised(Object... changes) {
        Map<String, Object> fields = fields(accepted(
                "givenBy",
                coordinator,
                "givenOn",
                day(0),
                "way",
                "TELEPHONE",
                "advice",
                "Ask the bureau for a second run.",
                "hours",
                1.5));
        fields.remove("decision");
        fields.putAll(fields(changes));
        return fields;
    }

    /** A day from today in the time of the test. */
    private String day(int fromToday) {
        return LocalDate.now(clock).plusDays(fromToday).toString();
    }

    private static Stop start(
            String form, String process, String person, Set<Role> mayToo, Supplier<Map<String, Object>> good) {
        return new Stop(form, null, process, person, false, mayToo, () -> {}, good, Map.of());
    }

    private Stop task(String form, String task, String person, Supplier<Map<String, Object>> good) {
        Map<String, Set<Role>> colleagues = Map.of(
                coordinator,
                Set.of(Role.COORDINATOR),
                manager,
                Set.of(Role.SERVICE_MANAGER),
                budgetHolder,
                Set.of(Role.BUDGET_HOLDER),
                pm,
                Set.of());
        return new Stop(form, task, null, person, false, colleagues.get(person), () -> {}, good, Map.of());
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }
}
