package org.rovingpm.funding.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.ListedCases;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.funding.Funds;
import org.rovingpm.funding.Ledger;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class FundPagesTest {

    private static final String FUND = "QUILL-FUND";
    private static final String NOTE = "Job plan 1, written by hand";

    @Autowired
    private Scheme scheme;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Funds funds;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private ListedCases cases;
    private CaseReference reference;

    @BeforeEach
    void aFundThatHasPaid() {
        cases = new ListedCases(jdbc);
        reference = cases.of("Quillfeather Surgery", CaseStage.SUPPORTED, Rag.AMBER);
        scheme.fund(FUND, "1000.00");
        ledger.commit(reference, FUND, new BigDecimal("300.00"), "quill:1", "service-manager", NOTE);
        ledger.spend(
                reference, FUND, new BigDecimal("120.50"), new BigDecimal("3.25"), "quill:2", "service-manager", NOTE);
    }

    private ResultActions open(String address, Role role) throws Exception {
        return web.perform(
                get(address).with(user(role.group()).authorities(AuthorityUtils.createAuthorityList(role.group()))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SERVICE_MANAGER", "BUDGET_HOLDER", "COMMISSIONER"})
    void whoeverAnswersForMoneySeesWhatEachFundHas(Role role) throws Exception {
        open("/funds/" + FUND, role)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("£700.00"),
                                containsString("£179.50"),
                                containsString("£120.50"),
                                containsString("£1,000.00"),
                                containsString("Committed to a case"))));
        open("/funds", role).andExpect(content().string(containsString("href=\"/funds/")));
        open("/", role).andExpect(content().string(containsString("href=\"/funds\"")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SERVICE_MANAGER", "BUDGET_HOLDER", "COMMISSIONER"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseSeesFunds(Role role) throws Exception {
        open("/funds", role).andExpect(status().isForbidden());
        open("/funds/" + FUND, role).andExpect(status().isForbidden());
    }

    @Test
    void theCaseIsForThoseWhoMaySeeIt() throws Exception {
        open("/funds/" + FUND, Role.SERVICE_MANAGER)
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/cases/" + reference.value() + "\""),
                                containsString(NOTE),
                                containsString("3.25"))));
        for (Role role : new Role[] {Role.BUDGET_HOLDER, Role.COMMISSIONER}) {
            open("/funds/" + FUND, role)
                    .andExpect(content()
                            .string(allOf(
                                    not(containsString(reference.value())),
                                    not(containsString(NOTE)),
                                    not(containsString("3.25")))));
        }
        cases.makeConfidential(reference, "somebody-else");
        open("/funds/" + FUND, Role.SERVICE_MANAGER)
                .andExpect(content()
                        .string(allOf(
                                containsString("£120.50"),
                                not(containsString(reference.value())),
                                not(containsString(NOTE)),
                                not(containsString("3.25")))));
    }

    @Test
    void theLedgerIsReadPageByPageTheLatestFirst() throws Exception {
        for (int i = 1; i <= 25; i++) {
            ledger.allocate(FUND, new BigDecimal(i + ".01"), "quill:more:" + i, "service-manager", "Award " + i + ".");
        }
        open("/funds/" + FUND, Role.BUDGET_HOLDER)
                .andExpect(content()
                        .string(allOf(
                                containsString("£25.01"),
                                containsString("Award 25."),
                                not(containsString("Spent by a case")),
                                containsString("page=2"))));
        open("/funds/" + FUND + "?page=2", Role.BUDGET_HOLDER)
                .andExpect(content().string(containsString("Spent by a case")));
        open("/funds/" + FUND + "?page=3", Role.BUDGET_HOLDER)
                .andExpect(content().string(containsString("There is no such page any more")));
    }

    @Test
    void aClosedFundSaysSo() throws Exception {
        jdbc.sql("update fund set closes_on = :day, name = '0 the first by name' where code = :code")
                .param("day", LocalDate.of(2026, 6, 30))
                .param("code", FUND)
                .update();
        open("/funds/" + FUND, Role.COMMISSIONER)
                .andExpect(content().string(containsString("until 30 June 2026: closed")));
        org.assertj.core.api.Assertions.assertThat(funds.all(0, 1_000))
                .extracting(fund -> fund.openOn(LocalDate.of(2026, 12, 1)))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=-1", "page=x", "page=999999999999", "page="})
    void anAddressThatMeansNothingStillOpens(String query) throws Exception {
        open("/funds?" + query, Role.BUDGET_HOLDER).andExpect(status().isOk());
        open("/funds/" + FUND + "?" + query, Role.BUDGET_HOLDER).andExpect(status().isOk());
        open("/funds/NO-SUCH-FUND", Role.BUDGET_HOLDER).andExpect(status().isNotFound());
    }
}
