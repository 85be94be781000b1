package org.rovingpm.pmpage.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.ListedCases;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.roster.RosterChangeProcess;
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
class PmPagesTest {

    private static final String PM = "pm-quillon";
    private static final String OTHER = "pm-zebedee";

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MockMvc web;

    private ListedCases cases;
    private CaseReference reference;

    @BeforeEach
    void aPmAtAPractice() {
        cases = new ListedCases(jdbc);
        reference = cases.of("Quillfeather & Co", CaseStage.SUPPORTED, Rag.AMBER);
        scheme.pm(PM);
        scheme.pm(OTHER);
        cases.place(reference, PM, LocalDate.now(clock));
    }

    private ResultActions open(String address, String person, Role role) throws Exception {
        return web.perform(
                get(address).with(user(person).authorities(AuthorityUtils.createAuthorityList(role.group()))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER"})
    void theOfficeSeesEverybodyAndThePageOfEach(Role role) throws Exception {
        open("/people?q=quillon", "somebody", role)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/people/pm-quillon\""),
                                containsString("Quillfeather &amp; Co"),
                                containsString("2 of 4"),
                                not(containsString("pm-zebedee")))));
        open("/people/" + PM, "somebody", role)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/cases/" + reference.value() + "\"")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseHasAListOfPms(Role role) throws Exception {
        open("/people", PM, role).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER", "ROVING_PM"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseSeesThePageOfAPm(Role role) throws Exception {
        open("/people/" + PM, PM, role).andExpect(status().isForbidden());
    }

    @Test
    void aPmSeesTheirOwnPageAndNoOther() throws Exception {
        open("/people/" + PM, PM, Role.ROVING_PM)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Quillfeather &amp; Co")));
        open("/people/" + PM, OTHER, Role.ROVING_PM).andExpect(status().isNotFound());
        open("/people/nobody", "coordinator", Role.COORDINATOR).andExpect(status().isNotFound());
        open("/", PM, Role.ROVING_PM).andExpect(content().string(containsString("href=\"/people/pm-quillon\"")));
    }

    @Test
    void aPracticeOfBeforeIsNamedToItsPmWithoutALink() throws Exception {
        cases.endPlacements(reference, LocalDate.now(clock));
        open("/people/" + PM, PM, Role.ROVING_PM)
                .andExpect(content()
                        .string(allOf(
                                containsString("The PM withdrew"),
                                not(containsString("href=\"/cases/" + reference.value() + "\"")))));
        open("/people/" + PM, "coordinator", Role.COORDINATOR)
                .andExpect(content().string(containsString("href=\"/cases/" + reference.value() + "\"")));
    }

    @Test
    void blocksAreForTheOffice() throws Exception {
        jdbc.sql("""
                insert into block (pm, ods_code, side, reason, started_on, blocked_by)
                values (:pm, :practice, 'PRACTICE', 'They fell out.', :today, 'coordinator')""")
                .param("pm", PM)
                .param("practice", ListedCases.ods(reference))
                .param("today", LocalDate.now(clock))
                .update();
        open("/people/" + PM, "coordinator", Role.COORDINATOR)
                .andExpect(content().string(containsString("the practice does not want it")));
        open("/people/" + PM, PM, Role.ROVING_PM).andExpect(content().string(not(containsString("Not to be matched"))));
    }

    @Test
    void whatWasChangedStandsOnRecordWithBeforeAndAfter() throws Exception {
        LocalDate today = LocalDate.now(clock);
        scheme.start(
                RosterChangeProcess.KEY,
                "coordinator",
                Map.of(
                        "pm",
                        PM,
                        "name",
                        "Test PM " + PM,
                        "email",
                        PM + "@example.org",
                        "status",
                        "PAUSED",
                        "homePostcode",
                        "NG1 1AA",
                        "sessionsAWeek",
                        2.5,
                        "skills",
                        List.of("FINANCES"),
                        "dbsValidUntil",
                        today.plusDays(10).toString(),
                        "agreementValidUntil",
                        today.minusDays(1).toString()));

        open("/people/" + PM, "coordinator", Role.COORDINATOR)
                .andExpect(content()
                        .string(allOf(
                                containsString(">Active<"),
                                containsString(">Paused<"),
                                containsString(">4<"),
                                containsString(">2.5<"),
                                containsString(": runs out soon"),
                                containsString(": ran out"),
                                containsString(">23 November 2028<"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=99999999999",
                "page=x",
                "status=NOWHERE",
                "sort=X&descending=maybe",
                "free=perhaps",
                "help=NONE",
                "q=%25%27%22%5C%F0%9F%98%80",
                "status=ALL&sort=NEXT_FREE&descending=true&page=400",
                "unknown=1"
            })
    void anAddressThatMeansNothingStillOpens(String query) throws Exception {
        open("/people?" + query, "coordinator", Role.COORDINATOR).andExpect(status().isOk());
        open("/people/" + PM + "?" + query, "coordinator", Role.COORDINATOR).andExpect(status().isOk());
        open("/people/" + PM + "?changes=x&" + query, "coordinator", Role.COORDINATOR)
                .andExpect(status().isOk());
    }
}
