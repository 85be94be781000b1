package org.rovingpm.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.casepage.action.CaseAction;
import org.rovingpm.checkin.CheckIn;
import org.rovingpm.checkin.CheckIns;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The box “Now” and the actions of the page of a case. */
@ApplicationTest
@StartsAt
@Transactional
class CaseActionsTest {

    private static final String PRACTICE = "Z96001";
    private static final String PM = "pm-1";

    @Autowired
    private Scheme scheme;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SupportCases cases;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private Timeline timeline;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private String reference;
    private String another;

    @BeforeEach
    void aCase() {
        scheme.pm(PM);
        scheme.account("coordinator-2", "coordinator");
        scheme.fund("ACT", "50000");
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice(PRACTICE)));
        scheme.practice("Z96009");
        another = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.GREEN).value();
    }

    private static UserRequestPostProcessor as(String person) {
        String group = person.startsWith("pm-") ? "roving-pm" : person.replaceFirst("-[0-9]+$", "");
        return user(person).authorities(AuthorityUtils.createAuthorityList(group));
    }

    private String casePage(String person) throws Exception {
        return web.perform(get("/cases/" + reference).with(as(person)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions ask(String person, String address) throws Exception {
        return web.perform(get("/cases/" + reference + "/" + address).with(as(person)));
    }

    private ResultActions send(String person, String address, Map<String, String> fields) throws Exception {
        var request = post("/cases/" + reference + "/" + address).with(csrf()).with(as(person));
        fields.forEach(request::param);
        return web.perform(request);
    }

    private Map<String, String> good(CaseAction action) {
        Map<String, String> fields = new HashMap<>(Map.of("reason", "Agreed by telephone."));
        switch (action) {
            case HOLD ->
                fields.put("holdUntil", LocalDate.now(clock).plusDays(9).toString());
            case RATING -> {
                fields.put("rag", cases.get(new CaseReference(reference)).rag() == Rag.GREEN ? "AMBER" : "GREEN");
                fields.put("agreedWith", "Dr Test, partner");
            }
            case HOURS -> {
                fields.put(
                        "weekEnding",
                        checkIns.latest(new CaseReference(reference))
                                .map(CheckIn::weekEnding)
                                .orElse(LocalDate.now(clock))
                                .toString());
                fields.put("hours", "3.25");
            }
            case ADD_PRACTICE ->
                fields.putAll(Map.of(
                        "odsCode",
                        "Z96009",
                        "contactName",
                        "Joan Joiner",
                        "contactRole",
                        "GP partner",
                        "contactEmail",
                        "joan@example.org",
                        "agreedWith",
                        "Dr Patel"));
            case REFER_ON ->
                fields.putAll(Map.of("referralPlace", "OCCUPATIONAL_HEALTH", "referralReason", "They see staff soon."));
            case LINK -> fields.putAll(Map.of("other", another, "how", "RELATED"));
            default -> {
                // Why is all that they ask
            }
        }
        return fields;
    }

    /** Does it and undoes it. */
    private boolean isAccepted(String person, CaseAction action) {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return Boolean.TRUE.equals(nested.execute(transaction -> {
            try {
                int status = send(person, action.address(), good(action))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                return status == 302;
            } catch (Exception failure) {
                throw new AssertionError(action + " of " + person, failure);
            } finally {
                transaction.setRollbackOnly();
            }
        }));
    }

    private void buttonsAreWhatIsAccepted(String when) throws Exception {
        for (String person : List.of("coordinator", "service-manager", PM)) {
            String page = casePage(person);
            for (CaseAction action : CaseAction.values()) {
                boolean offered = page.contains("/cases/%s/%s\"".formatted(reference, action.address()));
                assertThat(isAccepted(person, action))
                        .as(
                                "%s, %s: “%s” is %s",
                                when, person, action.button(false), offered ? "offered" : "not offered")
                        .isEqualTo(offered);
            }
        }
    }

    private void assess(Map<String, Object> fields) {
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
    }

    private Map<String, Object> accepted() {
        Map<String, Object> fields = new HashMap<>(Map.of(
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
                "2026-11-30",
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC"));
        return fields;
    }

    /** From the acceptance of the request on, by what has been reached. */
    private Map<String, Runnable> way() {
        Map<String, Runnable> way = new LinkedHashMap<>();
        way.put("a search", () -> assess(accepted()));
        way.put("a shortlist", () -> scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST));
        way.put(
                "an offer",
                () -> scheme.complete(
                        reference,
                        ManagerMatchingProcess.Elements.CHOOSE_PM,
                        "service-manager",
                        Map.of("decision", "CHOOSE", "pm", PM)));
        way.put(
                "a match",
                () -> scheme.complete(
                        reference,
                        ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                        PM,
                        Map.of("answer", "ACCEPT", "noConflict", true)));
        way.put(
                "an introduction",
                () -> scheme.complete(
                        reference,
                        SupportCaseProcess.Elements.INTRODUCE_PM,
                        "coordinator",
                        Map.of("introducedOn", today(), "how", "MEETING", "firstVisitOn", today())));
        way.put(
                "a first visit",
                () -> scheme.complete(
                        reference,
                        SupportCaseProcess.Elements.REPORT_FIRST_VISIT,
                        PM,
                        Map.of("visitedOn", today(), "findings", "Much.", "needsConfirmed", "YES", "ragNow", "AMBER")));
        way.put(
                "a plan",
                () -> scheme.complete(
                        reference,
                        JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN,
                        "service-manager",
                        Map.of(
                                "decision",
                                "SUBMIT",
                                "sessionsAWeek",
                                1,
                                "startOn",
                                today(),
                                "endOn",
                                LocalDate.now(clock).plusDays(60).toString(),
                                "hours",
                                20,
                                "hourlyRate",
                                40,
                                "fund",
                                "ACT",
                                "objectives",
                                List.of(Map.of("objective", "Pay the staff", "measure", "No late payslip")))));
        way.put(
                "the PM's yes",
                () -> scheme.complete(
                        reference, JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN, PM, Map.of("answer", "APPROVE")));
        way.put("support", () -> {
            scheme.complete(
                    reference,
                    JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL,
                    "coordinator",
                    Map.of("answer", "APPROVE", "answeredBy", "Dr Test", "answeredOn", today()));
            scheme.fire(reference, JobPlanApprovalProcess.Elements.ACTIVATE_PLAN);
        });
        way.put("a week over", () -> {
            clock.setTo("2026-11-27T17:00");
            scheme.fire(reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
        });
        way.put(
                "a check-in",
                () -> scheme.complete(
                        reference,
                        WeeklyCheckInProcess.Elements.REPORT_THE_WEEK,
                        PM,
                        Map.of(
                                "hours",
                                4,
                                "ragNow",
                                "AMBER",
                                "variationNeeded",
                                false,
                                "supportComplete",
                                false,
                                "progress",
                                List.of(Map.of("objective", "Pay the staff", "progress", "Half of it")))));
        return way;
    }

    private void walkTo(String point) {
        for (Map.Entry<String, Runnable> step : way().entrySet()) {
            step.getValue().run();
            if (step.getKey().equals(point)) {
                return;
            }
        }
        throw new AssertionError("There is no " + point + " on the way");
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    @Test
    void atEveryStageThereIsAButtonForWhatWouldBeAcceptedAndForNothingElse() throws Exception {
        TreeSet<CaseStage> passed = new TreeSet<>();
        buttonsAreWhatIsAccepted("a new request");
        passed.add(stage());
        assess(Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did she leave?"));
        buttonsAreWhatIsAccepted("information needed");
        passed.add(stage());
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                "coordinator",
                Map.of("information", "In June.", "givenBy", "Dr Test"));
        for (Map.Entry<String, Runnable> step : way().entrySet()) {
            step.getValue().run();
            passed.add(stage());
            buttonsAreWhatIsAccepted(step.getKey());
        }
        send("coordinator", "variation", good(CaseAction.VARIATION)).andExpect(status().is3xxRedirection());
        buttonsAreWhatIsAccepted("a variation that is asked for");
        send("coordinator", "hold", good(CaseAction.HOLD)).andExpect(status().is3xxRedirection());
        buttonsAreWhatIsAccepted("a hold");
        send("coordinator", "resume", good(CaseAction.RESUME)).andExpect(status().is3xxRedirection());
        buttonsAreWhatIsAccepted("a case that was resumed");
        send("coordinator", "withdrawal", good(CaseAction.WITHDRAWAL)).andExpect(status().is3xxRedirection());
        passed.add(stage());
        buttonsAreWhatIsAccepted("a case that is being closed");
        send("coordinator", "hold", good(CaseAction.HOLD)).andExpect(status().is3xxRedirection());
        buttonsAreWhatIsAccepted("a hold while it is being closed");
        assertThat(passed)
                .containsExactly(
                        CaseStage.REQUESTED,
                        CaseStage.INFORMATION_NEEDED,
                        CaseStage.MATCHING,
                        CaseStage.INTRODUCING,
                        CaseStage.PLANNING,
                        CaseStage.SUPPORTED,
                        CaseStage.CLOSING);
    }

    @Test
    void nothingCanBeDoneInACaseThatHasEnded() throws Exception {
        walkTo("a shortlist");
        send("coordinator", "withdrawal", good(CaseAction.WITHDRAWAL)).andExpect(status().is3xxRedirection());
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(stage()).isEqualTo(CaseStage.CLOSED);
        buttonsAreWhatIsAccepted("a closed case");
        assertThat(casePage("coordinator"))
                .contains("This case ended on", "(closed)", "/link\"")
                .doesNotContain("/hold\"", "/withdrawal\"");
        ask("coordinator", "hold")
                .andExpect(content().string(containsString("This cannot be done now")))
                .andExpect(content().string(containsString("has ended (closed)")));

        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z96002")));
        assess(Map.of("decision", "DECLINE", "declineReason", "OUTSIDE_AREA", "signpostedTo", "The council."));
        assertThat(stage()).isEqualTo(CaseStage.DECLINED);
        buttonsAreWhatIsAccepted("a declined request");
    }

    private CaseStage stage() {
        return cases.get(new CaseReference(reference)).stage();
    }

    @Test
    void theBoxSaysWhomTheCaseWaitsForAndLeadsToTheVeryTask() throws Exception {
        String task = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
        assertThat(casePage("coordinator"))
                .contains("Assess request", "Coordinators", ", since 23 November 2026", "Due ")
                .contains("/camunda/app/tasklist/default/#/?task=" + task)
                .doesNotContain("Overdue by");
        assertThat(casePage("service-manager"))
                .contains("Coordinators")
                .as("a task of another team")
                .doesNotContain("/#/?task=" + task);

        clock.setTo("2026-12-07T09:00");
        assertThat(casePage("coordinator")).contains("Overdue by");
    }

    @Test
    void severalTasksStandInTheBoxAndThePracticeWhoseAnswerIsAwaited() throws Exception {
        walkTo("the PM's yes");
        assertThat(casePage("coordinator"))
                .contains(
                        "Record practice approval",
                        "Approval of the job plan",
                        "The practice, by the link in its mail");
        send("coordinator", "reminder", Map.of("id", idOf("Approval of the job plan")))
                .andExpect(redirectedUrl("/cases/" + reference));
        assertThat(timeline.latest(new CaseReference(reference), "Practice asked again by link"))
                .isPresent();
        send("coordinator", "reminder", Map.of("id", idOf("Approval of the job plan")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("already been asked again today")));
    }

    private String idOf(String what) throws Exception {
        String page = casePage("coordinator");
        String after = page.substring(page.indexOf(what));
        String found = after.substring(after.indexOf("/reminder?id=") + "/reminder?id=".length());
        return found.substring(0, found.indexOf('"'));
    }

    @Test
    void supportWithNothingToDoSaysWhatComesNext() throws Exception {
        walkTo("support");
        assertThat(casePage("coordinator"))
                .contains("Next comes the check-in for the week ending Friday 27 November 2026, by Test pm-1.");
        clock.setTo("2026-11-27T17:00");
        scheme.fire(reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
        assertThat(casePage("coordinator"))
                .contains("Report the week", "Test pm-1", "Remind")
                .doesNotContain("Next comes the check-in");
        assertThat(casePage(PM)).contains("Open the task").doesNotContain("/reminder?");
    }

    @Test
    void aPmIsRemindedOnceADayOfATaskThatIsTheirs() throws Exception {
        walkTo("a week over");
        String task = scheme.task(reference, WeeklyCheckInProcess.Elements.REPORT_THE_WEEK)
                .getId();
        ask("coordinator", "reminder?id=" + task)
                .andExpect(content().string(containsString("Test pm-1 is sent a reminder of “Report the week”")))
                .andExpect(content().string(containsString("Practice " + PRACTICE)));
        send("coordinator", "reminder", Map.of("id", task)).andExpect(redirectedUrl("/cases/" + reference));
        send("coordinator", "reminder", Map.of("id", task))
                .andExpect(content().string(containsString("already been reminded of this today")));
        assertThat(jdbc.sql("select count(*) from message where template = 'task-reminder' and person = :pm")
                        .param("pm", PM)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        for (String nobody : List.of("question-1", "no-such", "")) {
            ask("coordinator", "reminder?id=" + nobody)
                    .andExpect(content().string(containsString("There is nothing to remind anybody of any more")));
        }
        ask(PM, "reminder?id=" + task)
                .andExpect(content().string(containsString("There is nothing to remind anybody of any more")));
        send(PM, "reminder", Map.of("id", task))
                .andExpect(content().string(containsString("There is nothing to remind anybody of any more")));
    }

    @Test
    void aServiceManagerGivesATaskToAMemberOfItsTeamAndNobodyElseDoes() throws Exception {
        String task = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
        Map<String, String> toSecond = Map.of("task", task, "person", "coordinator-2", "reason", "On leave.");
        assertThat(casePage("service-manager")).contains("/reassignment?task=" + task);
        assertThat(casePage("coordinator")).doesNotContain("/reassignment?");
        send("coordinator", "reassignment", toSecond).andExpect(status().isOk());
        assertThat(scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getAssignee())
                .isNull();

        ask("service-manager", "reassignment?task=" + task)
                .andExpect(content().string(containsString("Test coordinator-2")));
        send("service-manager", "reassignment", Map.of("task", task, "person", "coordinator-2"))
                .andExpect(content().string(containsString("Say why.")));
        send("service-manager", "reassignment", Map.of("task", task, "person", PM, "reason", "Knows them."))
                .andExpect(content().string(containsString("The task cannot be given to")));
        send("service-manager", "reassignment", toSecond).andExpect(redirectedUrl("/cases/" + reference));
        assertThat(scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getAssignee())
                .isEqualTo("coordinator-2");
        assertThat(casePage("service-manager")).contains("Test coordinator-2");
        send("service-manager", "reassignment", toSecond)
                .andExpect(content().string(containsString("The task is theirs already")));
    }

    @Test
    void aPageNamesThePracticeSaysWhatWillHappenAndKeepsWhatWasTyped() throws Exception {
        ask("coordinator", "hold")
                .andExpect(content().string(containsString("Practice " + PRACTICE)))
                .andExpect(content().string(containsString(reference)))
                .andExpect(content().string(containsString("Its tasks and deadlines wait until it is resumed")));
        send("coordinator", "hold", Map.of("holdUntil", "2026-11-01", "reason", "5 < 6 & they asked."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The case can be put on hold until tomorrow or later.")))
                .andExpect(content().string(containsString("value=\"2026-11-01\"")))
                .andExpect(content().string(containsString("5 &lt; 6 &amp; they asked.")));
        assertThat(cases.get(new CaseReference(reference)).onHold()).isFalse();
    }

    @Test
    void whatIsSentTwiceHappensOnceAndThePageSaysHowTheCaseStands() throws Exception {
        send("coordinator", "hold", good(CaseAction.HOLD)).andExpect(redirectedUrl("/cases/" + reference));
        send("coordinator", "hold", good(CaseAction.HOLD))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("is on hold: resume it first")));
        assertThat(timeline.of(new CaseReference(reference), "Case put on hold", 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo("coordinator");
                    assertThat(entry.reason()).isEqualTo("Agreed by telephone.");
                });
        assertThat(casePage("coordinator")).contains("On hold since 23 November 2026 until 2 December 2026");
    }

    @Test
    void aPmWhoWithdrawsIsToldSoOnTheListOfTheirPractices() throws Exception {
        walkTo("support");
        assertThat(casePage(PM))
                .contains("/variation\"", "/pm-withdrawal\"", "Withdraw from this case")
                .doesNotContain("/hold\"", "/withdrawal\"", "/another-pm\"", "/rating\"");
        send(PM, "pm-withdrawal", Map.of("reason", "Illness.")).andExpect(redirectedUrl("/cases"));
        assertThat(stage()).isEqualTo(CaseStage.MATCHING);
        ask(PM, "variation").andExpect(status().isNotFound());
    }

    @Test
    void nobodyChangesACaseThatIsHiddenFromThemOrThatIsNotTheirs() throws Exception {
        declareInterest.declare(PM, new OdsCode(PRACTICE), "My brother works there.");
        String task = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
        List<String> addresses = Stream.concat(
                        Stream.of(CaseAction.values()).map(CaseAction::address), Stream.of("reminder", "reassignment"))
                .toList();
        for (String address : addresses) {
            for (String group : List.of("coordinator", "service-manager", "roving-pm")) {
                UserRequestPostProcessor partial = user(PM).authorities(AuthorityUtils.createAuthorityList(group));
                web.perform(get("/cases/" + reference + "/" + address).with(partial))
                        .andExpect(status().isNotFound());
                web.perform(post("/cases/" + reference + "/" + address)
                                .with(csrf())
                                .with(partial)
                                .param("task", task)
                                .param("id", task)
                                .param("reason", "Because."))
                        .andExpect(status().isNotFound());
            }
            for (String stranger : List.of("commissioner", "liaison", "budget-holder", "process-manager", "pm-2")) {
                ask(stranger, address).andExpect(status().isNotFound());
                send(stranger, address, Map.of("reason", "Because.")).andExpect(status().isNotFound());
            }
            web.perform(post("/cases/" + reference + "/" + address)
                            .with(as("coordinator"))
                            .param("reason", "Because."))
                    .andExpect(status().isForbidden());
        }
        assertThat(stage()).isEqualTo(CaseStage.REQUESTED);
        assertThat(cases.get(new CaseReference(reference)).onHold()).isFalse();
    }

    @Test
    void theFormsOfAPageAndOfCaseChangeLeaveTheSameOnTheRecord() throws Exception {
        send("coordinator", "hold", good(CaseAction.HOLD));
        assertThat(scheme.passed(reference, CaseChangeProcess.KEY))
                .contains("startEvent_changeRequested", "throwEvent_practiceAndPmToldOfHold");
        assertThat(jdbc.sql("""
                        select start_user_id_ from act_hi_procinst
                        where business_key_ = :reference and proc_def_key_ = 'case-change'""")
                        .param("reference", reference)
                        .query(String.class)
                        .single())
                .isEqualTo("coordinator");
    }

    @Test
    void aCaseWithoutASuggestedRatingHasAPage() throws Exception {
        reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER).value();
        web.perform(get("/cases/" + reference).with(as("coordinator")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No task is open at this moment")))
                .andExpect(content().string(not(containsString("Nobody: a suggestion"))));
    }
}
