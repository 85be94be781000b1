package org.rovingpm.caselist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.caselist.ListedCases;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class CaseListPagesTest {

    private static final String PM = "pm-quillon";
    private static final List<String> ADDRESSES = List.of("/cases", "/cases.csv", "/cases.xlsx", "/case-views/new");

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MockMvc web;

    private ListedCases cases;
    private CaseReference reference;

    @BeforeEach
    void aCase() {
        cases = new ListedCases(jdbc);
        reference = cases.of("=Quillfeather & Co", CaseStage.SUPPORTED, Rag.AMBER);
        scheme.pm(PM);
        cases.place(reference, PM, LocalDate.now(clock));
    }

    private ResultActions ask(MockHttpServletRequestBuilder request, String person, Role role) throws Exception {
        return web.perform(request.with(user(person).authorities(AuthorityUtils.createAuthorityList(role.group()))));
    }

    private ResultActions open(String address, Role role) throws Exception {
        return ask(get(address), role == Role.ROVING_PM ? PM : "coordinator", role);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER", "ROVING_PM"})
    void theOfficeAndThePmOfTheCaseFindIt(Role role) throws Exception {
        open("/cases?area=ZE1", role)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("/cases/" + reference.value() + "\""),
                                containsString("=Quillfeather &amp; Co"),
                                containsString(role == Role.ROVING_PM ? "<h1>My practices</h1>" : "<h1>Cases</h1>"))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER", "ROVING_PM"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseHasAList(Role role) throws Exception {
        for (String address : ADDRESSES) {
            open(address, role).andExpect(status().isForbidden());
        }
        ask(post("/case-views").with(csrf()).param("name", "Red ones"), "somebody", role)
                .andExpect(status().isForbidden());
        open("/api/case-box", role).andExpect(status().isNoContent());
    }

    @Test
    void everyHeaderHasTheBoxOfItsReader() throws Exception {
        open("/stuck", Role.COORDINATOR)
                .andExpect(content().string(allOf(containsString("class=\"case-box\""), containsString(">Cases</a>"))));
        open("/interests", Role.ROVING_PM).andExpect(content().string(containsString(">My practices</a>")));
        open("/api/case-box", Role.SERVICE_MANAGER).andExpect(jsonPath("$.name").value("Cases"));
        open("/api/case-box", Role.ROVING_PM).andExpect(jsonPath("$.name").value("My practices"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=99999999999",
                "page=x",
                "stage=NOWHERE",
                "rag=PURPLE",
                "pm=nobody",
                "area=%27",
                "help=NONE",
                "waiting=X",
                "show=PAST",
                "sort=X&descending=maybe",
                "hold=perhaps",
                "overdue=1",
                "q=%25%27%22%5C%F0%9F%98%80",
                "q=%22%22",
                "q=!%28%7C%26",
                "unknown=1"
            })
    void anAddressThatMeansNothingStillOpens(String query) throws Exception {
        open("/cases?" + query, Role.COORDINATOR).andExpect(status().isOk());
        open("/cases.csv?" + query, Role.COORDINATOR).andExpect(status().isOk());
    }

    @Test
    void whatIsLeftOutOfTheAddressIsSaid() throws Exception {
        open("/cases?stage=NOWHERE", Role.COORDINATOR)
                .andExpect(content().string(containsString("means nothing here and was left out")));
        open("/cases?page=40&area=ZE1", Role.COORDINATOR)
                .andExpect(content().string(containsString("There is no such page any more")));
        open("/cases?q=xyzzyplugh&show=OPEN", Role.COORDINATOR)
                .andExpect(content()
                        .string(allOf(
                                containsString("No case fits."), containsString("/cases?q=xyzzyplugh&amp;show=ALL"))));
    }

    @Test
    void anUnratedCaseNeverLooksRated() throws Exception {
        String unrated = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99720")));
        open("/cases?q=" + unrated, Role.COORDINATOR)
                .andExpect(content()
                        .string(allOf(
                                containsString("(suggested)</span>"),
                                containsString("<span class=\"rag none\">"),
                                containsString("Coordinators"),
                                containsString("Assess request"))));
    }

    @Test
    void aPmSeesOfPastPracticesWhenTheySupportedThem() throws Exception {
        cases.endPlacements(reference, LocalDate.now(clock));
        open("/cases", Role.ROVING_PM)
                .andExpect(content().string(not(containsString(reference.value()))))
                .andExpect(content().string(containsString("You support no practice at the moment.")));
        open("/cases?show=PAST", Role.ROVING_PM)
                .andExpect(content()
                        .string(allOf(
                                containsString(reference.value()),
                                not(containsString("/cases/" + reference.value())))));
        open("/cases.csv?show=PAST", Role.ROVING_PM).andExpect(status().isNotFound());
    }

    @Test
    void theCsvFileIsReadAgainWithFormulasAsText() throws Exception {
        MockHttpServletResponse file = open("/cases.csv?area=ZE1", Role.COORDINATOR)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(file.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"cases-2026-11-23.csv\"");
        String text = new String(file.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        List<List<String>> rows = CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
                .map(row -> row.getFields())
                .toList();
        assertThat(rows.get(0)).startsWith("Case", "Practice", "ODS code");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .startsWith(
                        reference.value(),
                        "'=Quillfeather & Co",
                        ListedCases.ods(reference),
                        "ZE1",
                        "Support in place",
                        "",
                        "Amber");
    }

    @Test
    void theWorkbookIsReadAgainWithDaysAsDays() throws Exception {
        byte[] file = open("/cases.xlsx?area=ZE1", Role.COORDINATOR)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(0)).isEqualTo(reference.value());
            assertThat(rows.get(1).getCellText(1)).isEqualTo("'=Quillfeather & Co");
            assertThat(rows.get(1).getCellAsDate(12)).isPresent();
        }
    }

    @Test
    void aFileIsWrittenDown() throws Exception {
        open("/cases.csv?area=ZE1", Role.COORDINATOR);
        assertThat(jdbc.sql(
                                "select detail from security_event where kind = 'CASES_EXPORTED' and person = 'coordinator' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("1 case: show=OPEN&area=ZE1");
    }

    @Test
    void aViewIsSavedOpenedChangedAndRemoved() throws Exception {
        String owner = people.with(Role.COORDINATOR);
        String colleague = people.with(Role.COORDINATOR);
        ask(get("/case-views/new").param("view", "show=OPEN&rag=RED"), owner, Role.COORDINATOR)
                .andExpect(content().string(containsString("value=\"show=OPEN&amp;rag=RED\"")));
        ask(post("/case-views").with(csrf()).param("view", "show=OPEN&rag=RED"), owner, Role.COORDINATOR)
                .andExpect(content().string(containsString("Give the view a name.")));
        MockHttpServletRequestBuilder save = post("/case-views")
                .with(csrf())
                .param("view", "show=OPEN&rag=RED&nonsense=1")
                .param("name", "Red ones <b>")
                .param("sharedWith", "coordinator");
        ask(save, owner, Role.COORDINATOR).andExpect(content().string(containsString("There is a problem")));
        ask(
                        post("/case-views")
                                .with(csrf())
                                .param("view", "show=OPEN&rag=RED&nonsense=1")
                                .param("name", "Red ones")
                                .param("sharedWith", "coordinator"),
                        owner,
                        Role.COORDINATOR)
                .andExpect(redirectedUrl("/cases?show=OPEN&rag=RED"));

        ask(get("/cases"), colleague, Role.COORDINATOR)
                .andExpect(content()
                        .string(allOf(
                                containsString("/cases?show=OPEN&amp;rag=RED"),
                                containsString("shared by Tamsin Teasel"))));
        long id = jdbc.sql("select id from saved_view where owner = :owner")
                .param("owner", owner)
                .query(Long.class)
                .single();
        ask(get("/case-views/" + id), colleague, Role.COORDINATOR).andExpect(status().isNotFound());
        ask(post("/case-views/" + id + "/remove").with(csrf()), colleague, Role.COORDINATOR);
        ask(post("/case-views/" + id).with(csrf()).param("name", "Urgent"), owner, Role.COORDINATOR)
                .andExpect(redirectedUrlPattern("/cases?*"));
        ask(get("/cases"), owner, Role.COORDINATOR).andExpect(content().string(containsString(">Urgent</a>")));
        for (int twice = 0; twice < 2; twice++) {
            ask(post("/case-views/" + id + "/remove").with(csrf()), owner, Role.COORDINATOR)
                    .andExpect(redirectedUrl("/cases"));
        }
        ask(get("/cases"), owner, Role.COORDINATOR).andExpect(content().string(not(containsString(">Urgent</a>"))));
    }
}
