package org.rovingpm.pmpage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.caselist.ListedCases;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.funding.Ledger;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of PMs and funds as people use them, on a phone and at a desk. */
class PeopleBrowserTest extends BrowserTest {

    private static final String PM = "pm-peoplesbrowser";
    private static final String FUND = "PEOPLES-BROWSER";

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    @Test
    void aServiceManagerGoesFromAPmToTheirCaseAndFromAFundToItsLedger() {
        ListedCases cases = new ListedCases(jdbc);
        CaseReference reference = cases.of("Quillfeather Surgery", CaseStage.SUPPORTED, Rag.AMBER);
        scheme.pm(PM);
        try {
            cases.place(reference, PM, LocalDate.now(ZoneOffset.UTC));
            scheme.fund(FUND, "1000.00");
            ledger.commit(reference, FUND, new BigDecimal("300.00"), FUND, "service-manager", "Job plan 1");
            signIn(people.with(Role.SERVICE_MANAGER), TestPeople.PASSWORD);

            page.setViewportSize(1280, 900);
            page.navigate("/");
            follow("PMs");
            page.getByLabel("Name").fill("peoplesbrowser");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Show").setExact(true))
                    .click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            PublicPages.isUsableByEverybody(page, "people");
            page.setViewportSize(390, 844);
            assertThat(page.locator("tbody tr").boundingBox().height)
                    .as("stacked")
                    .isGreaterThan(200);
            follow("Test PM " + PM);
            PublicPages.isUsableByEverybody(page, "pm");
            follow(reference.value());
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText(reference.value());

            page.navigate("/");
            follow("Funds");
            PublicPages.isUsableByEverybody(page, "funds");
            page.navigate("/funds/" + FUND);
            PublicPages.isUsableByEverybody(page, "fund");
            follow(reference.value());
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText(reference.value());
        } finally {
            scheme.leave(PM);
        }
    }
}
