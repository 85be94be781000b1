package org.rovingpm.documentation;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.Tasklist;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.PracticeStatus;
import org.rovingpm.practice.Practices;
import org.springframework.beans.factory.annotation.Autowired;

/** Takes the pictures of the running application: {@code mvn test -Dtest=TakeScreenshots}. */
class TakeScreenshots extends BrowserTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private Practices practices;

    @Autowired
    private MovableClock clock;

    private String reference;

    @BeforeEach
    void aRequest() {
        clock.setTo("2026-11-23T09:00");
        Practice practice = new Practice(
                new OdsCode("Z97001"),
                "Fablemere Surgery",
                "1 Mill Lane, Fablemere",
                new Postcode("NG1 1AA"),
                null,
                "QZZ",
                null,
                PracticeStatus.ACTIVE,
                null,
                null,
                8_200,
                CqcRating.REQUIRES_IMPROVEMENT,
                true,
                null);
        practices.save(practice);
        Map<String, Object> request = new HashMap<>(scheme.request(practice));
        request.putAll(Map.of(
                "contactName",
                "Dr Ann Field",
                "contactRole",
                "senior partner",
                "whatHappened",
                "The practice manager is ill, and nobody else can run the payroll.",
                "helpKinds",
                List.of("PM_ABSENCE", "FINANCES"),
                "payrollAtRisk",
                true,
                "atRisk",
                "Staff must be paid on Friday.",
                "atRiskBy",
                "2026-11-27",
                "since",
                "2026-11-16",
                "cqcRating",
                "REQUIRES_IMPROVEMENT"));
        reference = scheme.requestHelp("coordinator", request);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
        clock.reset();
    }

    @Test
    void ofATask() {
        page.clock().setFixedTime(clock.millis());
        page.setViewportSize(1680, 1000);
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/camunda");
        Tasklist tasklist = new Tasklist(page);
        tasklist.open("My team", "Assess request", reference);
        tasklist.claim();
        tasklist.open("My tasks", "Assess request", reference);
        page.evaluate("document.activeElement.blur()");
        page.screenshot(new Page.ScreenshotOptions().setPath(Documentation.IMAGES.resolve("task.png")));
    }
}
