package org.rovingpm.linkedcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.document.AddDocument;
import org.rovingpm.document.Documents;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.KeepOut;
import org.rovingpm.linkedcase.LinkCases.How;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.Messages;
import org.rovingpm.practice.Practice;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.HoldCase;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

/** A case that is closed as the duplicate of another one. */
@ApplicationTest
@StartsAt
class JoinedCaseTest {

    private static final String PM = "pm-9731";
    private static final CaseReader COORDINATOR = new CaseReader("coordinator", Set.of(Role.COORDINATOR));

    @Autowired
    private Scheme scheme;

    @Autowired
    private LinkCases linkCases;

    @Autowired
    private CaseLinks links;

    @Autowired
    private OtherCases otherCases;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Messages messages;

    @Autowired
    private QuestionKinds kinds;

    @Autowired
    private AddDocument addDocument;

    @Autowired
    private Documents documents;

    @Autowired
    private HoldCase holdCase;

    @Autowired
    private KeepOut keepOut;

    @Autowired
    private TestPeople people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private final List<String> begun = new ArrayList<>();
    private Practice practice;
    private CaseReference duplicate;
    private CaseReference survivor;

    @BeforeEach
    void twoRequestsOfOnePractice() {
        practice = scheme.practice("Z95311");
        survivor = request(practice);
        duplicate = request(practice);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        begun.forEach(scheme::forget);
    }

    private CaseReference request(Practice of) {
        String reference = scheme.requestHelp("coordinator", scheme.request(of));
        begun.add(reference);
        return new CaseReference(reference);
    }

    private String join(CaseReference from, CaseReference to) {
        return linkCases.link(from, new LinkCases.Form(to.value(), How.DUPLICATE_OF_OTHER, "Sent twice."), COORDINATOR);
    }

    private void joinAndClose() {
        join(duplicate, survivor);
        scheme.fire(duplicate.value(), CaseClosureProcess.Elements.CLOSE_CASE);
    }

    private void assess(CaseReference reference, Map<String, Object> fields) {
        scheme.complete(reference.value(), SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
    }

    private void askFor(CaseReference reference, String what) {
        assess(reference, Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", what));
    }

    private String linkTo(CaseReference reference, String purpose) {
        return kinds.link(kinds.ask(purpose, reference).orElseThrow(), null);
    }

    private static UserRequestPostProcessor coordinator() {
        return user("coordinator").authorities(AuthorityUtils.createAuthorityList("coordinator"));
    }

    @Test
    void closesWithoutReportAndFeedbackAndThePracticeIsToldWhichOneGoesOn() {
        assertThat(join(duplicate, survivor))
                .isEqualTo("%s is being closed as a duplicate. %s goes on, and the practice is told."
                        .formatted(duplicate, survivor));
        assertThat(scheme.openSteps(duplicate.value())).isEmpty();
        scheme.fire(duplicate.value(), CaseClosureProcess.Elements.CLOSE_CASE);

        assertThat(cases.get(duplicate).stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(cases.get(survivor).stage()).isEqualTo(CaseStage.REQUESTED);
        assertThat(scheme.openSteps(survivor.value())).containsExactly(SupportCaseProcess.Elements.ASSESS_REQUEST);
        assertThat(timeline.latest(duplicate, "Case found to be a duplicate")).isPresent();
        assertThat(messages.of(duplicate, 10))
                .filteredOn(message -> message.template().equals("case-closed"))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.subject()).isEqualTo("Your requests are joined (%s)".formatted(duplicate));
                    assertThat(message.body())
                            .contains("We go on in case " + survivor)
                            .doesNotContain("withdrawn", "Your case is closed");
                });
        assertThat(scheme.passed(duplicate.value(), CaseClosureProcess.KEY))
                .doesNotContain(
                        CaseClosureProcess.Elements.WRITE_CLOSING_REPORT, CaseClosureProcess.Elements.RECORD_FEEDBACK);
    }

    @Test
    void whatThePracticeWroteIsPartOfTheOtherCase() throws Exception {
        String written = cases.get(duplicate).request().situation().whatHappened();
        addDocument.add(duplicate, "rota.txt", "Who works when".getBytes(StandardCharsets.UTF_8), "coordinator");
        joinAndClose();

        long document = documents.of(duplicate).get(0).id();
        web.perform(get("/cases/" + survivor).with(coordinator()))
                .andExpect(content().string(containsString(written.substring(0, 40))))
                .andExpect(content().string(containsString("From %s, a duplicate of this case".formatted(duplicate))))
                .andExpect(content().string(containsString("Of %s, a duplicate of this case".formatted(duplicate))))
                .andExpect(content().string(containsString("/cases/%s/documents/%d".formatted(survivor, document))));
        web.perform(get("/cases/%s/documents/%d".formatted(survivor, document)).with(coordinator()))
                .andExpect(status().isOk())
                .andExpect(content().string("Who works when"));
        web.perform(get("/cases/%s/documents/%d".formatted(request(practice), document))
                        .with(coordinator()))
                .andExpect(status().isNotFound());
        assertThat((String) scheme.shown(survivor.value(), SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .get("requestSummary"))
                .contains("Added by the practice");
    }

    @Test
    void aLinkThatThePracticeStillHoldsAnswersForTheOtherCase() throws Exception {
        askFor(duplicate, "When did she leave?");
        String token = linkTo(duplicate, "information");
        joinAndClose();
        web.perform(get("/answer/" + token))
                .andExpect(status().isGone())
                .andExpect(content()
                        .string(containsString(
                                "We have joined your case %s with your case %s".formatted(duplicate, survivor))));
        web.perform(post("/answer/" + token)
                        .with(csrf())
                        .param("information", "In May.")
                        .param("answeredBy", "Dr Test"))
                .andExpect(status().isGone());

        askFor(survivor, "Who pays the staff?");
        kinds.ask("information", survivor);
        web.perform(get("/answer/" + token))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Who pays the staff?")));
        web.perform(post("/answer/" + token)
                        .with(csrf())
                        .param("information", "The accountant.")
                        .param("answeredBy", "Dr Test"))
                .andExpect(status().isFound());
        assertThat(scheme.openSteps(survivor.value())).containsExactly(SupportCaseProcess.Elements.ASSESS_REQUEST);
        web.perform(get("/answer/" + token)).andExpect(content().string(containsString("Dr Test")));
    }

    @Test
    void aLinkLeadsToNoCaseThatHasBecomeConfidential() throws Exception {
        askFor(duplicate, "When did she leave?");
        String token = linkTo(duplicate, "information");
        joinAndClose();
        askFor(survivor, "Who pays the staff?");
        kinds.ask("information", survivor);
        makeConfidential(survivor);

        web.perform(get("/answer/" + token))
                .andExpect(content().string(not(containsString("Who pays the staff?"))))
                .andExpect(content().string(not(containsString(survivor.value()))));
    }

    private void makeConfidential(CaseReference reference) {
        jdbc.sql("""
                with made as (
                    insert into confidential_case (case_reference, reason, since, made_by)
                    values (:reference, 'A partner asked.', now(), 'service-manager') returning id)
                insert into named_person (confidential_case, person, reason, named_at, named_by)
                select id, 'coordinator', 'Knows it.', now(), 'service-manager' from made""").param("reference", reference.value()).update();
    }

    @Test
    void casesOfPracticesThatDifferAreNoDuplicates() {
        CaseReference stranger = request(scheme.practice("Z95312"));

        assertThatThrownBy(() -> join(duplicate, stranger)).hasMessageContaining("are not of the same practices");
        scheme.join(survivor.value(), scheme.practice("Z95313"));
        assertThatThrownBy(() -> join(duplicate, survivor)).hasMessageContaining("are not of the same practices");
        assertThat(cases.get(duplicate).stage()).isEqualTo(CaseStage.REQUESTED);
    }

    @Test
    void aConfidentialCaseIsNoDuplicateAndHasNone() {
        makeConfidential(survivor);

        assertThatThrownBy(() -> join(duplicate, survivor)).hasMessageContaining("is confidential");
        assertThatThrownBy(() -> join(survivor, duplicate)).hasMessageContaining("is confidential");
    }

    @Test
    void whoeverIsKeptOutOfACaseDoesNotReadItInAnother() {
        String keptOut = people.with(Role.COORDINATOR);
        keepOut.keepOut(new KeepOut.Form(duplicate.value(), keptOut, "A dispute with the partner."), "service-manager");

        assertThatThrownBy(() -> join(duplicate, survivor)).hasMessageContaining("keep them out of both first");
        keepOut.keepOut(new KeepOut.Form(survivor.value(), keptOut, "A dispute with the partner."), "service-manager");
        join(duplicate, survivor);
        assertThat(links.duplicatesOf(survivor, keptOut)).isEmpty();
        assertThat(links.duplicatesOf(survivor, "coordinator")).containsExactly(duplicate);
    }

    private void plan(CaseReference reference, int version) {
        jdbc.sql("""
                with placed as (
                    insert into placement (case_reference, pm, started_on, ended_on, end_reason, sessions_a_week, expected_end_on)
                    values (:reference, :pm, current_date, current_date, 'PM_WITHDREW', 1, current_date + 90) returning id)
                insert into job_plan (case_reference, placement_id, version, status, variation, sessions_a_week, starts_on, ends_on, hours,
                        hourly_rate, fund_code, newly_committed, budget_holder_needed, prepared_at, prepared_by)
                select :reference, id, :version, 'SUBMITTED', false, 1, current_date, current_date + 60, 20, 40, :fund, 0, false, now(), 'sam'
                  from placed""")
                .param("reference", reference.value())
                .param("version", version)
                .param("pm", PM)
                .param("fund", "JOINED")
                .update();
    }

    @Test
    void theCaseWithAPlanGoesOnAndTwoWithOneAreBothKept() {
        scheme.fund("JOINED", "1000");
        scheme.pm(PM);
        plan(duplicate, 1);

        assertThatThrownBy(() -> join(duplicate, survivor))
                .hasMessageContaining("Case %s has a job plan or money already: let it go on".formatted(duplicate));
        plan(survivor, 1);
        assertThatThrownBy(() -> join(duplicate, survivor)).hasMessageContaining("both have a job plan or money");
        jdbc.sql("update job_plan set status = 'REFUSED' where case_reference = :reference")
                .param("reference", survivor.value())
                .update();
        join(survivor, duplicate);
        assertThat(cases.get(survivor).stage()).isEqualTo(CaseStage.CLOSING);
        scheme.leave(PM);
    }

    @Test
    void aDuplicateOnHoldAndOneThatIsBeingMatchedCloseToo() {
        holdCase.hold(duplicate, LocalDate.of(2026, 12, 20), "They are away.", "coordinator");
        joinAndClose();
        assertThat(cases.get(duplicate).stage()).isEqualTo(CaseStage.CLOSED);

        CaseReference matched = request(practice);
        assess(
                matched,
                Map.of(
                        "decision", "ACCEPT",
                        "rag", "RED",
                        "overrideReason", "Seen.",
                        "agreedWith", "Dr Test",
                        "helpNeeded", "Cover the post.",
                        "sessionsAWeek", 1,
                        "expectedStart", "2026-12-07",
                        "expectedWeeks", 8,
                        "helpKinds", List.of("CQC")));
        scheme.fire(matched.value(), ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        join(matched, survivor);
        scheme.fire(matched.value(), CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(cases.get(matched).stage()).isEqualTo(CaseStage.CLOSED);
        assertThatThrownBy(() -> join(matched, survivor)).hasMessageContaining("linked like that already");
        assertThatThrownBy(() -> join(survivor, request(practice))).hasMessageContaining("let it go on");
    }

    @Test
    void nobodyReportsOnADuplicateThatAPmHasVisited() {
        scheme.pm(PM);
        String visited = scheme.offered("Z95316", PM);
        begun.add(visited);
        scheme.complete(
                visited,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                PM,
                Map.of("answer", "ACCEPT", "noConflict", true));
        String today = LocalDate.now(clock).toString();
        scheme.complete(
                visited,
                SupportCaseProcess.Elements.INTRODUCE_PM,
                "coordinator",
                Map.of("introducedOn", today, "how", "MEETING", "firstVisitOn", today));
        scheme.complete(
                visited,
                SupportCaseProcess.Elements.REPORT_FIRST_VISIT,
                PM,
                Map.of("visitedOn", today, "findings", "Much.", "needsConfirmed", "YES", "ragNow", "RED"));

        join(new CaseReference(visited), request(scheme.practice("Z95316")));

        assertThat(scheme.openSteps(visited)).isEmpty();
        scheme.fire(visited, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(cases.get(new CaseReference(visited)).stage()).isEqualTo(CaseStage.CLOSED);
        scheme.leave(PM);
    }

    @Test
    void anAssessorIsToldOfTheOtherCasesOfThePracticeAndOfItsNeighboursInAMerger() {
        CaseReference neighbour = request(scheme.practice("Z95314"));
        CaseReference ofNeighbour = request(scheme.practice("Z95314"));
        CaseReference stranger = request(scheme.practice("Z95315"));
        joinAndClose();
        linkCases.link(survivor, new LinkCases.Form(neighbour.value(), How.MERGER, "They merge in May."), COORDINATOR);

        String told = (String) scheme.as(
                "coordinator", () -> scheme.shown(survivor.value(), SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .get("otherCases"));

        assertThat(told)
                .contains(
                        "/cases/" + duplicate,
                        "Duplicate of",
                        "/cases/" + neighbour,
                        "/cases/" + ofNeighbour,
                        "Practice Z95314 · Requested · RAG not rated · requested on")
                .doesNotContain(stranger.value());
        String keptOut = people.with(Role.COORDINATOR);
        keepOut.keepOut(
                new KeepOut.Form(ofNeighbour.value(), keptOut, "A dispute with the partner."), "service-manager");
        assertThat(otherCases.of(survivor, new CaseReader(keptOut, Set.of(Role.COORDINATOR))))
                .extracting(OtherCase::reference)
                .contains(duplicate.value(), neighbour.value())
                .doesNotContain(ofNeighbour.value(), stranger.value(), survivor.value());
        assertThat(otherCases.of(survivor, new CaseReader("pm-1", Set.of(Role.ROVING_PM))))
                .isEmpty();
    }
}
