package org.rovingpm.demo;

import static org.rovingpm.demo.Step.PM;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.demo.Step.Kind;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;

/** Describes, step by step, what people do in a case. A task that it does not describe stays open. */
class Storyline {

    private static final String COORDINATOR = "coordinator";
    private static final String MANAGER = "manager";
    private static final String BUDGET_HOLDER = "budget";
    private static final BigDecimal RATE = new BigDecimal("42.50");

    private final List<Step> steps = new ArrayList<>();
    private final String contact;
    private final int pace;
    private LocalDate firstDay;
    private BigDecimal sessions = BigDecimal.valueOf(2);
    private int weeks = 8;

    /**
     * @param contact who speaks for the practice
     * @param pace    extra minutes that everybody takes in this case
     */
    Storyline(String contact, int pace) {
        this.contact = contact;
        this.pace = pace;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The days of the support: those that follow plan for them. */
    Storyline support(String sessionsAWeek, int weeks, LocalDate firstDay) {
        this.sessions = new BigDecimal(sessionsAWeek);
        this.weeks = weeks;
        this.firstDay = firstDay;
        return this;
    }

    Storyline accepted(String helpNeeded) {
        return assessed(context -> accept(context, context.suggestedRag().name(), null, helpNeeded));
    }

    Storyline acceptedAs(String rag, String why, String helpNeeded) {
        return assessed(
                context -> accept(context, rag, context.suggestedRag().name().equals(rag) ? null : why, helpNeeded));
    }

    Storyline askedForInformation(String question) {
        return assessed(context -> form("decision", "ASK_FOR_INFORMATION", "informationAskedFor", question));
    }

    Storyline informationGiven(String information) {
        return does(
                COORDINATOR,
                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                190,
                context -> form("information", information, "givenBy", contact));
    }

    Storyline declined(String reason, String signpostedTo) {
        return assessed(context -> form("decision", "DECLINE", "declineReason", reason, "signpostedTo", signpostedTo));
    }

    Storyline adviceChosen() {
        return assessed(context -> form("decision", "ADVISE"));
    }

    Storyline advised(String way, String advice) {
        return does(
                COORDINATOR,
                SupportCaseProcess.Elements.GIVE_ADVICE,
                140,
                context -> form(
                        "givenBy",
                        COORDINATOR,
                        "givenOn",
                        context.today(),
                        "way",
                        way,
                        "advice",
                        advice,
                        "hours",
                        1.5,
                        "outcome",
                        "ENOUGH"));
    }

    Storyline chosen() {
        return does(
                MANAGER,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                85,
                context -> form("decision", "CHOOSE", "pm", context.suitablePm(1)));
    }

    Storyline chosenSecond(String why) {
        return does(
                MANAGER,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                110,
                context -> form("decision", "CHOOSE", "pm", context.suitablePm(2), "reason", why));
    }

    Storyline nobodyChosen(String why) {
        return does(
                MANAGER,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                100,
                context -> form("decision", "NOBODY_SUITABLE", "reason", why));
    }

    Storyline searchedAgain(String why) {
        return does(
                MANAGER,
                ManagerMatchingProcess.Elements.RESOLVE_MISSING_PM,
                400,
                context -> form("decision", "SEARCH_AGAIN", "reason", why));
    }

    Storyline searchStopped(String told, String signpostedTo) {
        return does(
                MANAGER,
                ManagerMatchingProcess.Elements.RESOLVE_MISSING_PM,
                500,
                context -> form(
                        "decision",
                        "GIVE_UP",
                        "told",
                        told,
                        "signpostedTo",
                        signpostedTo,
                        "reason",
                        "Nobody left to ask."));
    }

    Storyline offerAccepted() {
        return does(
                PM,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                150,
                context -> form("answer", "ACCEPT", "noConflict", true));
    }

    Storyline offerDeclined(String why) {
        return does(
                PM,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                200,
                context -> form("answer", "DECLINE", "reason", why));
    }

    Storyline interestDeclared(String interest) {
        return does(
                PM,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                75,
                context -> form("answer", "DECLARE_INTEREST", "reason", interest));
    }

    Storyline introduced(String how) {
        return does(
                COORDINATOR,
                SupportCaseProcess.Elements.INTRODUCE_PM,
                170,
                context -> form(
                        "introducedOn",
                        context.today(),
                        "how",
                        how,
                        "firstVisitOn",
                        weekday(context.today().plusDays(2)),
                        "notes",
                        "Ask for " + contact + " at the desk."));
    }

    Storyline visited(String findings) {
        return does(
                PM,
                SupportCaseProcess.Elements.REPORT_FIRST_VISIT,
                1_080,
                context -> form(
                        "visitedOn",
                        context.today(),
                        "findings",
                        findings,
                        "needsConfirmed",
                        "YES",
                        "ragNow",
                        context.rag()));
    }

    Storyline visitedAndRated(String rag, String why, String findings, String helpNeeded, String... helpKinds) {
        return does(
                PM,
                SupportCaseProcess.Elements.REPORT_FIRST_VISIT,
                1_000,
                context -> form(
                        "visitedOn",
                        context.today(),
                        "findings",
                        findings,
                        "needsConfirmed",
                        "CHANGED",
                        "helpKinds",
                        List.of(helpKinds),
                        "helpNeeded",
                        helpNeeded,
                        "ragNow",
                        rag,
                        "ragReason",
                        why));
    }

    Storyline ratingAgreed(String rag, String why) {
        return does(
                MANAGER,
                SupportCaseProcess.Elements.AGREE_CHANGED_RAG,
                120,
                context -> form("rag", rag, "reason", why, "agreedWith", contact));
    }

    Storyline planned(String... objectives) {
        return plan(DemoSetup.FUND, sessions, weeks, null, objectives);
    }

    Storyline plannedFrom(String fund, String... objectives) {
        return plan(fund, sessions, weeks, null, objectives);
    }

    /** The plan changed, to so many sessions a week and weeks in all. */
    Storyline varied(String sessionsAWeek, int weeksInAll, String why, String... objectives) {
        return plan(DemoSetup.FUND, new BigDecimal(sessionsAWeek), weeksInAll, why, objectives);
    }

    Storyline planningStopped(String why) {
        return does(
                MANAGER,
                JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN,
                600,
                context -> form("decision", "STOP_PLANNING", "reason", why));
    }

    Storyline pmApproves() {
        return does(PM, JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, 140, context -> form("answer", "APPROVE"));
    }

    Storyline pmRefuses(String why) {
        return does(
                PM,
                JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN,
                160,
                context -> form("answer", "REFUSE", "comment", why));
    }

    Storyline practiceApproves() {
        return does(
                COORDINATOR,
                JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL,
                420,
                context -> form("answer", "APPROVE", "answeredBy", contact, "answeredOn", context.today()));
    }

    Storyline practiceRefuses(String why) {
        return does(
                COORDINATOR,
                JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL,
                380,
                context ->
                        form("answer", "REFUSE", "answeredBy", contact, "answeredOn", context.today(), "comment", why));
    }

    Storyline spendingApproved() {
        return does(
                BUDGET_HOLDER,
                JobPlanApprovalProcess.Elements.APPROVE_SPENDING,
                210,
                context -> form("answer", "APPROVE"));
    }

    Storyline spendingRefused(String why) {
        return does(
                BUDGET_HOLDER,
                JobPlanApprovalProcess.Elements.APPROVE_SPENDING,
                240,
                context -> form("answer", "REFUSE", "comment", why));
    }

    /** From the shortlist to a plan that the PM and the practice have approved. */
    Storyline supported(String findings, String... objectives) {
        return chosen().offerAccepted()
                .introduced("MEETING")
                .visited(findings)
                .planned(objectives)
                .pmApproves()
                .practiceApproves();
    }

    /** One after the other, as long as there are weeks. */
    Storyline weeksReported(int number, String... progress) {
        for (int week = 0; week < number; week++) {
            String progressOfWeek = progress[week % progress.length];
            week(95 + 20 * (week % 4), context -> report(context, progressOfWeek));
        }
        return this;
    }

    Storyline weekWithConcern(String concern, String progress) {
        return week(70, context -> {
            Map<String, Object> report = report(context, progress);
            report.put("concerns", concern);
            return report;
        });
    }

    Storyline weekWithVariation(String why, String progress) {
        return week(130, context -> {
            Map<String, Object> report = report(context, progress);
            report.put("variationNeeded", true);
            report.put("variationReason", why);
            return report;
        });
    }

    Storyline lastWeek(String progress) {
        return week(60, context -> {
            Map<String, Object> report = report(context, progress);
            report.put("supportComplete", true);
            return report;
        });
    }

    Storyline weekReportedLate(String progress) {
        return week(60 * 8 * 9, context -> report(context, progress));
    }

    Storyline chased(String outcome, String note) {
        return does(
                COORDINATOR,
                WeeklyCheckInProcess.Elements.CHASE_MISSING_CHECK_IN,
                90,
                context -> form("outcome", outcome, "note", note));
    }

    Storyline resolved(String note) {
        return does(
                MANAGER,
                WeeklyCheckInProcess.Elements.RESOLVE_MISSING_CHECK_IN,
                100,
                context -> form("action", "SPOKEN_TO_PM", "note", note));
    }

    Storyline reviewed(String decision, String note) {
        return does(
                MANAGER,
                WeeklyCheckInProcess.Elements.REVIEW_CHECK_IN,
                180,
                context -> form("decision", decision, "note", note));
    }

    Storyline holdReviewed(int moreDays, String why) {
        return does(
                COORDINATOR,
                CaseChangeProcess.Elements.REVIEW_HOLD,
                200,
                context ->
                        form("decision", "EXTEND", "holdUntil", context.today().plusDays(moreDays), "reason", why));
    }

    /** Something that a person starts, so many working hours after the step before. */
    Storyline changes(String who, int hours, String change, String why, Object... more) {
        steps.add(new Step(Kind.START, CaseChangeProcess.KEY, Duration.ofHours(hours), who, context -> {
            Map<String, Object> form = form(more);
            form.putAll(form("caseReference", context.reference().value(), "change", change, "reason", why));
            return form;
        }));
        return this;
    }

    Storyline heldFor(int days, int hours, String why) {
        steps.add(new Step(
                Kind.START,
                CaseChangeProcess.KEY,
                Duration.ofHours(hours),
                COORDINATOR,
                context -> form(
                        "caseReference",
                        context.reference().value(),
                        "change",
                        "PUT_ON_HOLD",
                        "reason",
                        why,
                        "holdUntil",
                        context.today().plusDays(days))));
        return this;
    }

    Storyline closingReport(String met, String changed, String remains) {
        return does(
                MANAGER,
                CaseClosureProcess.Elements.WRITE_CLOSING_REPORT,
                500,
                context -> form("objectivesMet", met, "whatChanged", changed, "whatRemains", remains));
    }

    Storyline reconciled() {
        return does(MANAGER, CaseClosureProcess.Elements.RECONCILE_MONEY, 300, context -> form("confirmed", true));
    }

    Storyline feedback(String recommend, String length, String improvements, String comments) {
        return does(
                COORDINATOR,
                CaseClosureProcess.Elements.RECORD_FEEDBACK,
                900,
                context -> form(
                        "given",
                        "YES",
                        "wouldRecommend",
                        recommend,
                        "lengthUseful",
                        length,
                        "improvements",
                        improvements,
                        "comments",
                        comments,
                        "givenBy",
                        contact));
    }

    Storyline noFeedback(String why) {
        return does(
                COORDINATOR,
                CaseClosureProcess.Elements.RECORD_FEEDBACK,
                1_500,
                context -> form("given", "NO", "noFeedbackReason", why));
    }

    /** Somebody takes a task that then waits for them. */
    Storyline claimed(String who, String task) {
        steps.add(new Step(Kind.CLAIM, task, Duration.ofMinutes(25), who, context -> Map.of()));
        return this;
    }

    private Storyline assessed(Function<DemoContext, Map<String, Object>> form) {
        return does(COORDINATOR, SupportCaseProcess.Elements.ASSESS_REQUEST, 130, form);
    }

    private Storyline week(int minutes, Function<DemoContext, Map<String, Object>> form) {
        return does(PM, WeeklyCheckInProcess.Elements.REPORT_THE_WEEK, minutes, form);
    }

    private Storyline does(String who, String task, int minutes, Function<DemoContext, Map<String, Object>> form) {
        steps.add(new Step(Kind.COMPLETE, task, Duration.ofMinutes(minutes + pace), who, form));
        return this;
    }

    private Storyline plan(String fund, BigDecimal planned, int planWeeks, String why, String... objectives) {
        return does(MANAGER, JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN, 330, context -> {
            LocalDate start = firstDay == null ? context.today().plusDays(7) : firstDay;
            return form(
                    "decision",
                    "SUBMIT",
                    "objectives",
                    objectives(objectives),
                    "sessionsAWeek",
                    planned,
                    "startOn",
                    start,
                    "endOn",
                    start.plusWeeks(planWeeks).minusDays(1),
                    "hours",
                    planned.multiply(BigDecimal.valueOf(4L * planWeeks)),
                    "hourlyRate",
                    RATE,
                    "fund",
                    fund,
                    "reason",
                    why);
        });
    }

    private Map<String, Object> accept(DemoContext context, String rag, String overrideReason, String helpNeeded) {
        return form(
                "decision",
                "ACCEPT",
                "rag",
                rag,
                "overrideReason",
                overrideReason,
                "agreedWith",
                contact,
                "helpKinds",
                context.helpKinds(),
                "helpNeeded",
                helpNeeded,
                "sessionsAWeek",
                sessions,
                "expectedStart",
                context.today().plusDays(10),
                "expectedWeeks",
                weeks);
    }

    private Map<String, Object> report(DemoContext context, String progress) {
        return form(
                "hours",
                sessions.multiply(BigDecimal.valueOf(4)).subtract(new BigDecimal("0.5")),
                "ragNow",
                context.rag(),
                "progress",
                context.objectives().stream()
                        .map(objective -> Map.of("objective", objective, "progress", progress))
                        .toList());
    }

    private static LocalDate weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : day;
    }

    private static List<Map<String, String>> objectives(String... objectives) {
        List<Map<String, String>> list = new ArrayList<>();
        for (String objective : objectives) {
            String[] parts = objective.split(": ", 2);
            list.add(Map.of("objective", parts[0], "measure", parts[1]));
        }
        return list;
    }

    /** Names and values by turns; leaves a missing value out. */
    private static Map<String, Object> form(Object... namesAndValues) {
        Map<String, Object> form = new HashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            if (namesAndValues[index + 1] != null) {
                form.put((String) namesAndValues[index], namesAndValues[index + 1]);
            }
        }
        return form;
    }
}
