package org.rovingpm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.SharedData;
import org.rovingpm.fixture.Tasklist;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.practice.register.RefreshRegister;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case from request to closure in Tasklist, each step by the person whose work it is. */
class WholeCaseBrowserTest extends BrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(WholeCaseBrowserTest.class);
    private static final String REGISTER = "epraccur.csv";

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private MovableClock clock;

    @Autowired
    private RefreshRegister refreshRegister;

    @Autowired
    private Practices practices;

    @Autowired
    private SupportCases cases;

    @Autowired
    private JdbcClient jdbc;

    private Practice practice;
    private String pmId;
    private String fund;
    private String coordinatorId;
    private String managerId;
    private String budgetHolderId;
    private Tasklist coordinator;
    private Tasklist manager;
    private Tasklist budgetHolder;
    private Tasklist pm;
    private String reference;

    @BeforeEach
    void aSchemeOnAMonday() {
        clock.setTo("2026-11-23T09:00");
        jdbc.sql("""
                insert into help_kind (code, label, skill, position) values ('LEASE_DISPUTE', 'A dispute over the lease', 'property', 45)
                on conflict (code) do update set in_use = true""").update();
        practice = practice();
        LOG.info("The case is of {} ({})", practice.name(), practice.code());
        pmId = scheme.pm(people.with(Role.ROVING_PM));
        fund = scheme.fund("FOR-" + pmId.toUpperCase(Locale.ROOT), "50000");
        coordinatorId = people.with(Role.COORDINATOR);
        managerId = people.with(Role.SERVICE_MANAGER);
        budgetHolderId = people.with(Role.BUDGET_HOLDER);
        everybodySignsIn();
    }

    /** Days later nobody is signed in any more. */
    private void later(String moment) {
        clock.setTo(moment);
        everybodySignsIn();
    }

    private void everybodySignsIn() {
        coordinator = tasklist(coordinatorId);
        manager = tasklist(managerId);
        budgetHolder = tasklist(budgetHolderId);
        pm = tasklist(pmId);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        if (reference != null) {
            scheme.forget(reference);
        }
        scheme.leave(pmId);
        jdbc.sql("update help_kind set in_use = false where code = 'LEASE_DISPUTE'")
                .update();
        jdbc.sql("update practice set in_register = false, in_scheme = false where in_register")
                .update();
        clock.reset();
    }

    /** A real one of the NHS register where the file is present, or else a made-up one. */
    private Practice practice() {
        if (SharedData.isPresent(REGISTER)) {
            refreshRegister.refresh(SharedData.file(REGISTER), "QT1");
            return practices.find(new OdsCode("C84014")).orElseThrow();
        }
        return scheme.practice("Z98014");
    }

    private Tasklist tasklist(String person) {
        Page browser = browserOfAnotherPerson();
        signIn(browser, person, TestPeople.PASSWORD);
        browser.navigate("/camunda");
        assertThat(browser.locator(".task-filters .item.active")).isVisible();
        return new Tasklist(browser);
    }

    @Test
    void aCaseGoesFromRequestToClosureInTasklist() {
        everybodyFindsTheirOwnWork();
        requestHelp();
        assessRequest();
        matchPm();
        introduceAndVisit();
        agreeJobPlan();
        firstWeekWithAConcern();
        lastWeek();
        close();
        assertThat(cases.get(new CaseReference(reference)).stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(scheme.openSteps(reference)).isEmpty();
    }

    private void everybodyFindsTheirOwnWork() {
        List<String> teams =
                List.of("My tasks", "My team", "Red cases", "Due today", "Overdue", "All open tasks", "On hold");
        assertThat(coordinator.lists()).isEqualTo(teams);
        assertThat(manager.lists()).isEqualTo(teams);
        assertThat(pm.lists()).containsExactly("My tasks", "Due today", "Overdue");
        assertThat(coordinator.startable()).containsExactly("Case change", "Roster change", "Support case");
        assertThat(manager.startable()).containsExactly("Case change", "Fund change", "Roster change", "Support case");
        assertThat(pm.startable()).containsExactly("Case change");
        assertThat(budgetHolder.startable()).containsExactly("Fund change");
    }

    private void requestHelp() {
        String whatHappened =
                "The manager is ill, and nobody runs the payroll. Told to me by telephone for %s.".formatted(fund);
        coordinator.start("Support case");
        coordinator.fill("What is the ODS code of the practice?", "Z00000");
        coordinator.fill("Name of the contact", "Ann Field");
        coordinator.fill("Role at the practice", "Senior partner");
        coordinator.fill("Telephone number", "01632 960 001");
        coordinator.fill("E-mail address", "ann.field@example.org");
        coordinator.fill("What has happened, in their own words where you can?", whatHappened);
        coordinator.fillDate("Since when?", "30/11/2026");
        coordinator.tick("Cover for an absent or sick practice manager");
        coordinator.tick("Finances");
        coordinator.tick("A dispute over the lease");
        coordinator.fill("What will happen if nobody helps?", "Staff are not paid before Christmas.");
        coordinator.tick("The pay of the staff is at risk");
        coordinator.fillDate("By when?", "18/12/2026");
        coordinator.select("Is an inspection or a merger ahead?", "CQC inspection");
        coordinator.fillDate("If so, on which day?", "03/02/2027");
        coordinator.fill("How many patients are on its list?", "7200");
        coordinator.select("What is its Care Quality Commission (CQC) rating?", "Requires improvement");
        coordinator.look("01-request-help");
        coordinator.submitStart();
        coordinator.look("02-request-help-refused");
        assertThat(coordinator.refusal().locator(".message"))
                .hasText("No practice has the ODS code “Z00000”: check it, for example on the"
                        + " practice's website. “Since when” is in the future: give today's date or an earlier one.");
        assertThat(coordinator.refusal().locator(".status")).isHidden();
        assertThat(coordinator.refusal()).isInViewport();
        assertThat(coordinator.field("What has happened, in their own words where you can?"))
                .hasValue(whatHappened);
        coordinator.fill(
                "What is the ODS code of the practice?", practice.code().value());
        coordinator.fillDate("Since when?", "16/11/2026");
        coordinator.submitStart();
        coordinator.show("My team");
        Locator card = coordinator.card(practice.name(), "Assess request");
        assertThat(card).hasCount(1);
        reference = card.getByText(Pattern.compile("^\\s*RPM-2026-\\d+\\s*$"))
                .textContent()
                .strip();
        assertThat(card).containsText("Red (suggested)");
        assertThat(card.locator(".due-date [uib-tooltip]"))
                .hasAttribute("uib-tooltip", "Monday 23 November 2026, 13:00");
        coordinator.show("Due today");
        assertThat(coordinator.card(reference, "Assess request")).isVisible();
        coordinator.look("03-due-today");
    }

    private void assessRequest() {
        coordinator.open("My team", "Assess request", reference);
        coordinator.claim();
        coordinator.choose("Decision", "Accept the request");
        assertThat(coordinator
                        .question("Which RAG rating did you agree with the practice?")
                        .getByLabel("Red"))
                .isChecked();
        coordinator.choose("Which RAG rating did you agree with the practice?", "Amber");
        coordinator.fill("Why not the suggested rating?", "A partner can run the payroll for a month.");
        coordinator.fill("Who at the practice agreed to it?", "Ann Field, senior partner");
        assertThat(coordinator.field("Cover for an absent or sick practice manager"))
                .isChecked();
        assertThat(coordinator.field("Finances")).isChecked();
        assertThat(coordinator.field("A dispute over the lease")).isChecked();
        coordinator.fill("What should the PM do?", "Run the payroll and get ready for the inspection.");
        coordinator.fill("How many sessions a week?", "3");
        coordinator.fill("For how many weeks?", "12");
        coordinator.press("Complete");
        assertThat(coordinator.refusal()).containsText("correct the answers marked in red");
        coordinator.look("04-assess-request-incomplete");
        coordinator.fillDate("When should support begin?", "02/11/2026");
        coordinator.complete();
        assertThat(coordinator.refusal().locator(".message"))
                .hasText("The expected start is in the past: give today's date or a later one.");
        assertThat(coordinator.field("What should the PM do?"))
                .hasValue("Run the payroll and get ready for the inspection.");
        coordinator.look("05-assess-request-refused");
        coordinator.fillDate("When should support begin?", "30/11/2026");
        coordinator.complete();
        assertThat(coordinator.refusal()).hasCount(0);
        assertThat(coordinator.card(reference, "Assess request")).hasCount(0);
        coordinator.look("06-assessed");
    }

    private void matchPm() {
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        manager.open("My team", "Choose PM", reference);
        manager.claim();
        manager.choose("Decision", "Offer the placement to a PM");
        manager.select("Which PM?", pmId);
        manager.fill("Why this choice?", "Has run the payroll of such a practice before.");
        manager.look("08-choose-pm");
        manager.complete();
        pm.open("My tasks", "Respond to offer", reference);
        pm.choose("What is your answer?", "I accept");
        pm.tick("I have no conflict of interest with this practice");
        pm.look("09-respond-to-offer");
        pm.complete();
    }

    private void introduceAndVisit() {
        coordinator.open("My team", "Introduce PM", reference);
        coordinator.claim();
        coordinator.fillDate("When did you introduce them?", "23/11/2026");
        coordinator.fillDate("When is the first visit?", "24/11/2026");
        coordinator.choose("How did you introduce them?", "By telephone");
        coordinator.fill("What should the PM know before the visit?", "Ask for Ann at the desk.");
        coordinator.look("10-introduce-pm");
        coordinator.complete();
        later("2026-11-24T16:00");
        pm.open("My tasks", "Report first visit", reference);
        pm.fillDate("When did you visit?", "24/11/2026");
        pm.fill("What did you find?", "The payroll of November has not been started.");
        pm.choose("Are the needs as assessed?", "Yes");
        pm.choose("Which RAG rating would you give now?", "Red");
        pm.fill("Why has it changed?", "Nobody can run the payroll of this week.");
        pm.look("11-report-first-visit");
        pm.complete();
        manager.open("My team", "Agree changed RAG", reference);
        manager.claim();
        manager.choose("Which RAG rating have you agreed with the practice?", "Red");
        manager.fill("Why?", "Staff must be paid on Friday.");
        manager.fill("Who at the practice agreed to it?", "Ann Field, senior partner");
        manager.look("12-agree-changed-rag");
        manager.complete();
    }

    private void agreeJobPlan() {
        manager.open("Red cases", "Prepare job plan", reference);
        manager.claim();
        manager.choose("Decision", "Submit the plan for approval");
        manager.fill("What should be achieved?", "Pay the staff on time");
        manager.fill("How will we know?", "No late payslip until January");
        manager.press("Add new");
        manager.field("What should be achieved?").last().fill("Be ready for the inspection");
        manager.field("How will we know?").last().fill("All policies in date by 29 January");
        assertThat(manager.field("Total hours")).hasValue("144");
        manager.fill("Hourly rate", "45");
        manager.select("Which fund pays?", fund);
        manager.look("14-prepare-job-plan");
        manager.complete();
        pm.open("My tasks", "Approve job plan", reference);
        pm.choose("Do you approve the plan?", "Approve");
        pm.look("15-approve-job-plan");
        pm.complete();
        coordinator.open("My team", "Record practice approval", reference);
        coordinator.claim();
        coordinator.choose("What did the practice answer?", "It approves");
        coordinator.fill("Who answered for the practice?", "Ann Field, senior partner");
        coordinator.fillDate("When did they answer?", "24/11/2026");
        coordinator.look("16-record-practice-approval");
        coordinator.complete();
        budgetHolder.open("My team", "Approve spending", reference);
        budgetHolder.claim();
        budgetHolder.choose("Do you approve the spending?", "Approve");
        budgetHolder.look("17-approve-spending");
        budgetHolder.complete();
        scheme.fire(reference, JobPlanApprovalProcess.Elements.ACTIVATE_PLAN);
    }

    private void firstWeekWithAConcern() {
        later("2026-12-04T17:30");
        scheme.fire(reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
        reportTheWeek("11.5", "The deputy means to leave.", false);
        manager.open("My team", "Review check-in", reference);
        manager.claim();
        manager.choose("How does support continue?", "As planned");
        // The rating that the PM gave is chosen beforehand
        manager.fill("Why does the rating change?", "The deputy means to leave.");
        manager.fill("Who at the practice agreed to it?", "Dr Test, partner");
        manager.fill(
                "What did you look into, and why did you decide this?", "The partners speak to the deputy this week.");
        manager.look("19-review-check-in");
        manager.complete();
    }

    private void lastWeek() {
        later("2026-12-11T17:30");
        scheme.fire(reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
        reportTheWeek("12", "", true);
        manager.open("My team", "Review check-in", reference);
        manager.claim();
        manager.choose("How does support continue?", "It ends: support is complete");
        manager.fill("What did you look into, and why did you decide this?", "The deputy carries on.");
        manager.look("20-review-the-end");
        manager.complete();
    }

    private void reportTheWeek(String hours, String concerns, boolean complete) {
        pm.open("My tasks", "Report the week", reference);
        pm.fill("How many hours did you work for the practice this week?", hours);
        assertThat(pm.field("Objective").first()).hasValue("Pay the staff on time");
        assertThat(pm.field("Objective").last()).hasValue("Be ready for the inspection");
        pm.field("What progress was made?").first().fill("The staff are paid.");
        pm.field("What progress was made?").last().fill("Half of the policies are done.");
        pm.fill("Do you have any concerns?", concerns);
        pm.choose("Which RAG rating would you give now?", "Amber");
        if (complete) {
            pm.tick("Support is complete");
        }
        pm.look("18-report-the-week");
        pm.complete();
    }

    private void close() {
        manager.open("My team", "Write closing report", reference);
        manager.claim();
        manager.choose("Were the objectives met?", "Some of them");
        manager.fill("What has changed for the practice?", "The staff are paid on time.");
        manager.fill("What remains to be done, and by whom?", "Policies: the deputy.");
        manager.look("21-write-closing-report");
        manager.complete();
        manager.open("My team", "Reconcile money", reference);
        manager.claim();
        manager.tick("The hours and the money are right: release what is left to the fund");
        manager.look("22-reconcile-money");
        manager.complete();
        coordinator.open("My team", "Record feedback", reference);
        coordinator.claim();
        coordinator.choose("Did the practice give feedback?", "Yes");
        coordinator.choose("They would recommend the scheme to another practice", "Strongly agree");
        coordinator.choose("The length of time was useful", "Neither agree nor disagree");
        coordinator.choose("Practical improvements followed", "Strongly disagree");
        coordinator.fill("Anything else they said?", "We slept again.");
        coordinator.fill("Who gave the feedback?", "Ann Field, senior partner");
        coordinator.look("23-record-feedback");
        Page casePage = coordinator.openCase(reference);
        coordinator.complete();
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        casePage.reload();
        assertThat(casePage.locator("main")).containsText("Case closed");
    }
}
