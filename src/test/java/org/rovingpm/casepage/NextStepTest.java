package org.rovingpm.casepage;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

/** What Tasklist says after a form. */
@ApplicationTest
@StartsAt
@Transactional
class NextStepTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MockMvc web;

    private String reference;
    private String assessment;

    @BeforeEach
    void aCase() {
        scheme.pm("pm-1");
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z96011")));
        assessment = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
    }

    private ResultActions after(String person, String group, String about) throws Exception {
        return web.perform(get("/api/cases/next-step?" + about)
                .with(user(person).authorities(AuthorityUtils.createAuthorityList(group))));
    }

    private void accept() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "AMBER",
                "overrideReason",
                "Seen.",
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
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
    }

    @Test
    void saysWhatCameOfItAndWhoHasTheNextTaskByWhen() throws Exception {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did she leave?"));
        after("coordinator", "coordinator", "task=" + assessment)
                .andExpect(status().isOk())
                .andExpect(jsonPath(
                        "$.sentence", containsString("“Record further information” is with Coordinators, due by")))
                .andExpect(jsonPath("$.sentence", containsString(reference + ": ")))
                .andExpect(jsonPath("$.onItsWay", is(false)))
                .andExpect(jsonPath("$.page", is("/cases/" + reference)));
    }

    @Test
    void doesNotSayThatNothingIsNextWhileAStepIsOnItsWay() throws Exception {
        accept();
        after("coordinator", "coordinator", "task=" + assessment)
                .andExpect(jsonPath("$.sentence", containsString("Request accepted; RAG rating agreed with Dr Test")))
                .andExpect(jsonPath("$.sentence", containsString("The next step is on its way.")))
                .andExpect(jsonPath("$.onItsWay", is(true)));

        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        after("coordinator", "coordinator", "task=" + assessment)
                .andExpect(jsonPath("$.sentence", containsString("“Choose PM” is with Service managers, due by")))
                .andExpect(jsonPath("$.sentence", not(containsString("on its way"))))
                .andExpect(jsonPath("$.onItsWay", is(false)));
    }

    @Test
    void saysSoWhereAStepHasFailed() throws Exception {
        accept();
        jobs.setJobRetries(
                jobs.createJobQuery().activityId(ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST).list().stream()
                        .filter(job -> job.getRetries() > 0)
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .getId(),
                0);
        after("coordinator", "coordinator", "task=" + assessment)
                .andExpect(jsonPath("$.sentence", containsString("A step did not work")))
                .andExpect(jsonPath("$.onItsWay", is(false)));
    }

    @Test
    void ofAProcessThatWasStartedItTellsByTheCase() throws Exception {
        clock.moveBy(Duration.ofMinutes(5));
        scheme.start(
                CaseChangeProcess.KEY,
                "coordinator",
                Map.of(
                        "caseReference",
                        reference,
                        "change",
                        "PUT_ON_HOLD",
                        "holdUntil",
                        "2026-12-04",
                        "reason",
                        "Away."));
        after("coordinator", "coordinator", "case=" + reference)
                .andExpect(jsonPath(
                        "$.sentence",
                        is(reference + ": Case put on hold. The case is on hold until 4 December 2026.")));
    }

    @Test
    void tellsNothingToThoseWhoMayNotSeeTheCase() throws Exception {
        accept();
        for (String group : List.of("roving-pm", "liaison", "budget-holder", "commissioner", "process-manager")) {
            after("somebody", group, "task=" + assessment).andExpect(status().isNotFound());
            after("somebody", group, "case=" + reference).andExpect(status().isNotFound());
        }
        declareInterest.declare("pm-1", new OdsCode("Z96011"), "My brother works there.");
        for (String group : List.of("coordinator", "service-manager")) {
            after("pm-1", group, "task=" + assessment).andExpect(status().isNotFound());
            after("pm-1", group, "case=" + reference).andExpect(status().isNotFound());
        }
        for (String nothing : List.of("task=no-such", "case=RPM-1999-0001", "case=nonsense", "")) {
            after("coordinator", "coordinator", nothing).andExpect(status().isNotFound());
        }
    }
}
