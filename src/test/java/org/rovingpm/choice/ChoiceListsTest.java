package org.rovingpm.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.assessment.Needs;
import org.rovingpm.assessment.RagRatings;
import org.rovingpm.assessment.RagSuggestion;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.transaction.annotation.Transactional;

/** What managers may add to a list is one row: the forms and pages offer it, every step takes it, and it is shown by its label. */
@ApplicationTest
@Transactional
class ChoiceListsTest {

    private static final String ASSESS = SupportCaseProcess.Elements.ASSESS_REQUEST;

    @Autowired
    private Scheme scheme;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService models;

    @Autowired
    private HelpKinds helpKinds;

    @Autowired
    private List<ChoiceList<?>> lists;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Needs needs;

    @Autowired
    private RagRatings ratings;

    @Autowired
    private RovingPms roster;

    @Autowired
    private Timeline timeline;

    @Autowired
    private List<SubjectFields> fields;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    private void change(String sql) {
        jdbc.sql(sql).update();
        lists.forEach(ChoiceList::forget);
    }

    private void addLeaseDispute() {
        change(
                "insert into help_kind (code, label, skill, position) values ('LEASE_DISPUTE', 'A dispute over the lease', 'property', 45)");
    }

    private List<String> offeredByStart(String process, String field) throws IOException {
        String definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        try (InputStream form = forms.getDeployedStartForm(definition)) {
            return offered(form, field);
        }
    }

    private List<String> offeredByTask(String reference, String step, String field) throws IOException {
        try (InputStream form =
                forms.getDeployedTaskForm(scheme.task(reference, step).getId())) {
            return offered(form, field);
        }
    }

    private static List<String> offered(InputStream form, String key) throws IOException {
        JsonNode field = parts(new ObjectMapper().readTree(form))
                .filter(part -> part.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(field.has("valuesKey")).as("asks for values of its own").isFalse();
        List<String> labels = new ArrayList<>();
        field.path("values").forEach(value -> labels.add(value.path("label").asText()));
        return labels;
    }

    private static Stream<JsonNode> parts(JsonNode parent) {
        List<JsonNode> parts = new ArrayList<>();
        parent.path("components").forEach(parts::add);
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part), parts(part)));
    }

    private Map<String, Object> request(String... kinds) {
        Map<String, Object> request = scheme.request(scheme.practice("Z99021"));
        request.put("helpKinds", List.of(kinds));
        return request;
    }

    private Map<String, Object> acceptance(String... kinds) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "RED",
                "overrideReason",
                "Seen.",
                "agreedWith",
                "Dr Test",
                "helpNeeded",
                "Settle the dispute.",
                "sessionsAWeek",
                1,
                "expectedStart",
                LocalDate.now(SchemeTime.ZONE).plusDays(7).toString(),
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of(kinds));
        return fields;
    }

    @Test
    void aNewReasonToDeclineIsOneRow() throws IOException {
        change("insert into decline_reason (code, label, position) values ('TOO_LATE', 'The practice is closing', 35)");
        String reference = scheme.requestHelp("coordinator", request("CQC"));

        assertThat(offeredByTask(reference, ASSESS, "declineReason"))
                .containsSubsequence(
                        "Not a need for practice management", "The practice is closing", "The practice has not agreed");
        scheme.complete(
                reference,
                ASSESS,
                "coordinator",
                Map.of("decision", "DECLINE", "declineReason", "TOO_LATE", "signpostedTo", "The closure team"));

        CaseReference declined = new CaseReference(reference);
        assertThat(cases.get(declined).stage()).isEqualTo(CaseStage.DECLINED);
        assertThat(timeline.of(declined, 0, 50))
                .anySatisfy(entry -> assertThat(entry.newValue()).isEqualTo("The practice is closing"));
        assertThat(fields.stream()
                        .filter(subject -> subject.about().equals("decline"))
                        .findFirst()
                        .orElseThrow()
                        .of(declined)
                        .toString())
                .contains("The practice is closing");
    }

    @Test
    void aNewKindOfHelpIsOneRowFromTheRequestToTheSkillsOfAPm() throws IOException {
        addLeaseDispute();

        assertThat(offeredByStart(SupportCaseProcess.KEY, "helpKinds"))
                .containsSubsequence("Finances", "A dispute over the lease", "Poor CQC rating or an inspection ahead");
        assertThat(offeredByStart(RosterChangeProcess.KEY, "skills")).contains("A dispute over the lease");
        String reference = scheme.requestHelp("coordinator", request("LEASE_DISPUTE", "FINANCES"));
        assertThat(offeredByTask(reference, ASSESS, "helpKinds")).contains("A dispute over the lease");
        scheme.complete(reference, ASSESS, "coordinator", acceptance("LEASE_DISPUTE"));

        CaseReference accepted = new CaseReference(reference);
        assertThat(cases.get(accepted).request().situation().helpKinds())
                .extracting(HelpKind::label)
                .containsExactly("Finances", "A dispute over the lease");
        assertThat(needs.latest(accepted).kinds()).extracting(HelpKind::skill).containsExactly("property");
        assertThat(roster.find(scheme.pm("pm-lease")).orElseThrow().skills())
                .extracting(HelpKind::code)
                .contains("LEASE_DISPUTE");
    }

    @Test
    void theDecisionOnTheRatingMayAskForANewKindOfHelpByItsCode() throws IOException {
        assertThat(catchThrowableOfType(RuntimeException.class, this::deployADecisionThatAsksForLeaseDisputes))
                .hasStackTraceContaining("uses the input “helpWithLeaseDispute”, which it is not given");

        addLeaseDispute();
        deployADecisionThatAsksForLeaseDisputes();
        Map<String, Object> request = request("LEASE_DISPUTE");
        request.put("payrollAtRisk", true);
        String reference = scheme.requestHelp("coordinator", request);

        assertThat(ratings.suggestionFor(new CaseReference(reference)).reasons())
                .extracting(RagSuggestion.Reason::reason)
                .anyMatch(reason -> reason.contains("asks for help with its finances"));
    }

    /** What was said of finances is said of the lease. */
    private void deployADecisionThatAsksForLeaseDisputes() throws IOException {
        models.createDeployment()
                .addString(
                        "rag-rating.dmn",
                        Files.readString(Path.of("processes/rag-rating.dmn"))
                                .replace("helpWithFinances", "helpWithLeaseDispute"))
                .deploy();
    }

    @Test
    void thePublicPageOffersWhatTheListOffersNow() throws Exception {
        addLeaseDispute();
        change("update help_kind set in_use = false where code = 'PROJECT'");
        page(content().string(containsString("A dispute over the lease")));
        page(content().string(not(containsString("A project"))));
    }

    private void page(ResultMatcher matches) throws Exception {
        web.perform(get("/request-help/help")).andExpect(matches);
    }

    @Test
    void whatIsNoLongerInUseIsNotOfferedIsRefusedAndStillShowsWhereItWasChosen() throws IOException {
        String before = scheme.requestHelp("coordinator", request("PROJECT", "CQC"));
        change("update help_kind set in_use = false where code = 'PROJECT'");

        assertThat(offeredByStart(SupportCaseProcess.KEY, "helpKinds"))
                .isNotEmpty()
                .doesNotContain("A project");
        assertThat(refusal(request("PROJECT")))
                .isEqualTo("“A project” is no longer offered: choose again among what is.");
        assertThat(cases.get(new CaseReference(before)).request().situation().helpKinds())
                .extracting(HelpKind::label)
                .contains("A project");
        assertThat(scheme.shown(before, ASSESS).get("helpKinds").toString()).isEqualTo("[\"CQC\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARDENING", "cqc", "Finances", ""})
    void whatIsNotInTheListIsRefused(String code) {
        assertThat(refusal(request(code))).startsWith("Help kinds ");
    }

    private String refusal(Map<String, Object> request) {
        return catchThrowableOfType(Refusal.class, () -> scheme.requestHelp("coordinator", request))
                .getMessage();
    }

    @Test
    void whatIsChosenTwiceIsStoredOnce() {
        String reference = scheme.requestHelp("coordinator", request("CQC", "FINANCES", "CQC"));

        assertThat(cases.get(new CaseReference(reference)).request().situation().helpKinds())
                .extracting(HelpKind::code)
                .containsExactly("FINANCES", "CQC");
    }

    @Test
    void noCaseAsksForNothing() {
        String reference = scheme.requestHelp("coordinator", request("CQC"));
        jdbc.sql("""
                insert into support_case select (jsonb_populate_record(c, '{"reference": "RPM-2026-9999999"}')).*
                from support_case c where reference = :reference""").param("reference", reference).update();
        assertThatThrownBy(() -> jdbc.sql("set constraints support_case_has_help_kind immediate")
                        .update())
                .hasMessageContaining("Case RPM-2026-9999999 has no kind of help");
    }

    /** Whoever chooses could not tell them apart, and later nobody could say which was meant. */
    @Test
    void noListOffersTwoRowsThatReadTheSame() {
        List<String> tables = jdbc.sql("select table_name from information_schema.columns where column_name = 'in_use'")
                .query(String.class)
                .list();
        // Accounts, PMs, open cases and the further practices of cases are lists that nobody keeps as rows of choices
        assertThat(tables).hasSize(lists.size() - 4).allSatisfy(table -> {
            assertThat(added(table, "FIRST", "Something new", true)).isTrue();
            assertThat(added(table, "RETIRED", "Something new", false)).isTrue();
            assertThat(added(table, "SECOND", "something NEW", true)).isFalse();
        });
    }

    private boolean added(String table, String code, String label, boolean inUse) {
        boolean skilled = table.equals("help_kind");
        return jdbc.sql("""
                        insert into %s (code, label, position, in_use%s) values (:code, :label, 1, :inUse%s)
                        on conflict do nothing""".formatted(table, skilled ? ", skill" : "", skilled ? ", 'new'" : ""))
                        .param("code", code)
                        .param("label", label)
                        .param("inUse", inUse)
                        .update()
                == 1;
    }

    @Test
    void aChangedLabelIsReadEverywhereAndTheCodeStays() {
        String reference = scheme.requestHelp("coordinator", request("CQC"));
        HelpKind before = helpKinds.get("CQC");
        change("update help_kind set label = 'An inspection' where code = 'CQC'");

        assertThat(cases.get(new CaseReference(reference)).request().situation().helpKinds())
                .containsExactly(before)
                .extracting(HelpKind::label)
                .containsExactly("An inspection");
    }
}
