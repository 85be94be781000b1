package org.rovingpm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Mailbox;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.MailFixture;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.request.ProcessSentRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole case in which the practice does its part only by e-mail and on the pages that its links open, without JavaScript. */
class CaseByMailBrowserTest extends BrowserTest {

    private static final String ADDRESS = "ann.field@surgery.example.org";

    @Autowired
    private Scheme scheme;

    @Autowired
    private ProcessSentRequests processSentRequests;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private MailFixture mail;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SupportCases cases;

    @Autowired
    private JdbcClient jdbc;

    private Mailbox mailbox;
    private Page practice;
    private String pm;
    private String fund;
    private String reference;

    @BeforeEach
    void aScheme() {
        clock.setTo("2026-11-23T09:00");
        mailbox = new Mailbox(mail, jobs, jdbc);
        scheme.practice("Z98051");
        pm = scheme.pm("pm-by-mail");
        fund = scheme.fund("BY-MAIL-" + System.nanoTime(), "50000");
        practice = browserOfAnotherPerson(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        if (reference != null) {
            scheme.forget(reference);
        }
        scheme.leave(pm);
        jdbc.sql("delete from help_request").update();
        mailbox.close();
        clock.reset();
    }

    @Test
    void aPracticeIsHelpedWithoutEverSigningIn() {
        requestHelp();
        open("Please confirm your request for help");
        press("Confirm my request");
        reference = number(practice.locator("main").innerText());
        complete(
                "assessRequest",
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "Who pays the staff now?"));
        answerInformation();
        accept();
        confirmRating();
        matchAndVisit();
        askForAnotherPlan();
        approvePlan();
        lastWeek();
        complete(
                "writeClosingReport",
                "service-manager",
                Map.of("objectivesMet", "ALL", "whatChanged", "Payroll runs.", "whatRemains", "Nothing."));
        complete("reconcileMoney", "service-manager", Map.of("confirmed", true));
        giveFeedback();
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);

        assertThat(cases.get(new CaseReference(reference)).stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(jdbc.sql("select given_by from feedback where case_reference = :reference")
                        .param("reference", reference)
                        .query(String.class)
                        .single())
                .isEqualTo("Dr Ann Field, partner");
        assertThat(Mailbox.text(mailbox.latest(ADDRESS, "Your case is closed"))).contains(reference);
    }

    private void requestHelp() {
        practice.navigate("/request-help");
        press("Start now");
        practice.getByLabel("Search by name, postcode or ODS code").fill("Z98051");
        press("Search");
        practice.getByLabel("Practice Z98051").check();
        press("Continue");
        practice.getByLabel("Your name").fill("Dr Ann Field");
        practice.getByLabel("Your role at the practice").fill("Partner");
        practice.getByLabel("Your e-mail address").fill(ADDRESS);
        press("Continue");
        practice.getByLabel("Finances").check();
        practice.getByLabel("Yes").check();
        press("Continue");
        practice.getByLabel(Pattern.compile("What has happened, in .*"))
                .fill("The manager has left, and nobody runs the payroll.");
        date(LocalDate.now(clock).minusDays(7));
        press("Continue");
        practice.getByLabel("The pay of the staff").check();
        practice.getByLabel("Neither").check();
        press("Continue");
        practice.getByLabel("What is its Care Quality Commission").selectOption("GOOD");
        press("Continue");
        practice.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
        press("Continue");
        press("Send request");
        assertThat(practice.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Now open your e-mail");
        processSentRequests.process();
    }

    private void date(LocalDate date) {
        practice.getByLabel("Day", new Page.GetByLabelOptions().setExact(true))
                .fill(Integer.toString(date.getDayOfMonth()));
        practice.getByLabel("Month").fill(Integer.toString(date.getMonthValue()));
        practice.getByLabel("Year").fill(Integer.toString(date.getYear()));
    }

    private void answerInformation() {
        open("a question about your request");
        assertThat(practice.locator("main")).containsText("Who pays the staff now?");
        practice.getByLabel("Your answer").fill("The accountant, until Friday.");
        sign("Send your answer");
    }

    private void accept() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "AMBER",
                "overrideReason",
                "Seen on the spot.",
                "agreedWith",
                "Dr Ann Field",
                "helpNeeded",
                "Run the payroll.",
                "sessionsAWeek",
                1,
                "expectedStart",
                LocalDate.now(clock).plusDays(7).toString(),
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("FINANCES"));
        complete("assessRequest", "coordinator", fields);
    }

    private void confirmRating() {
        open("How urgent your case is");
        practice.getByLabel("Yes, we agree with it").check();
        sign("Send your answer");
    }

    private void matchAndVisit() {
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        complete("choosePm", "service-manager", Map.of("decision", "CHOOSE", "pm", pm, "reason", "Knows payrolls."));
        complete("respondToOffer", pm, Map.of("answer", "ACCEPT", "noConflict", true));
        String today = LocalDate.now(clock).toString();
        complete("introducePm", "coordinator", Map.of("introducedOn", today, "how", "MEETING", "firstVisitOn", today));
        complete(
                "reportFirstVisit",
                pm,
                Map.of("visitedOn", today, "findings", "Much to do.", "needsConfirmed", "YES", "ragNow", "AMBER"));
    }

    private void preparePlan(int hours) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "SUBMIT",
                "sessionsAWeek",
                1,
                "startOn",
                today.toString(),
                "endOn",
                today.plusWeeks(8).toString(),
                "hours",
                hours,
                "hourlyRate",
                30,
                "fund",
                fund));
        fields.put("objectives", List.of(Map.of("objective", "Pay the staff on time", "measure", "No late payslip")));
        complete("prepareJobPlan", "service-manager", fields);
        complete("approveJobPlan", pm, Map.of("answer", "APPROVE"));
    }

    private void askForAnotherPlan() {
        preparePlan(16);
        open("job plan");
        practice.getByLabel("We want something changed first").check();
        practice.getByLabel("What should change, or why not?").fill("We need twice the hours.");
        sign("Send your answer");
        scheme.fire(reference, JobPlanApprovalProcess.Elements.RELEASE_MONEY);
        assertThat(scheme.shown(reference, JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN)
                        .toString())
                .contains("We need twice the hours.");
    }

    private void approvePlan() {
        preparePlan(32);
        open("job plan");
        assertThat(practice.locator("main")).containsText("Version 2");
        practice.getByLabel("We approve the plan").check();
        sign("Send your answer");
        scheme.fire(reference, JobPlanApprovalProcess.Elements.ACTIVATE_PLAN);
        assertThat(cases.get(new CaseReference(reference)).stage()).isEqualTo(CaseStage.SUPPORTED);
    }

    private void lastWeek() {
        clock.moveBy(Duration.ofDays(7));
        scheme.fire(reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
        Map<String, Object> fields = new HashMap<>(Map.of("hours", 4, "ragNow", "AMBER", "supportComplete", true));
        fields.put("progress", List.of(Map.of("objective", "Pay the staff on time", "progress", "Done")));
        complete("reportTheWeek", pm, fields);
        if (scheme.openSteps(reference).contains(WeeklyCheckInProcess.Elements.REVIEW_CHECK_IN)) {
            complete(
                    "reviewCheckIn",
                    "service-manager",
                    Map.of("decision", "COMPLETE", "note", "Agreed with the practice."));
        }
    }

    private void giveFeedback() {
        open("How was it?");
        for (String question : List.of(
                "We would recommend the scheme to another practice",
                "The length of time was useful",
                "Practical improvements followed")) {
            practice.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question))
                    .getByLabel("Strongly agree")
                    .check();
        }
        sign("Send your feedback");
    }

    private void sign(String button) {
        practice.getByLabel("Your name and your role at the practice").fill("Dr Ann Field, partner");
        press(button);
        assertThat(practice.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Thank you");
    }

    private void press(String button) {
        practice.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private void complete(String step, String person, Map<String, Object> fields) {
        scheme.complete(reference, "userTask_" + step, person, fields);
    }

    /** Opens the link in the latest mail to the practice whose subject has these words. */
    private void open(String subject) {
        practice.navigate(mailbox.link(ADDRESS, subject));
    }

    private static String number(String text) {
        Matcher number = Pattern.compile("RPM-[0-9]{4}-[0-9]{4,7}").matcher(text);
        assertThat(number.find()).as(text).isTrue();
        return number.group();
    }
}
