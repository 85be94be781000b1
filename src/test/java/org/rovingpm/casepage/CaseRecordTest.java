package org.rovingpm.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The record on the page of a case. */
@ApplicationTest
@StartsAt
@Transactional
class CaseRecordTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private CaseReference reference;

    @BeforeEach
    void support() {
        PlacementStory story = new PlacementStory(context, CaseStage.MATCHING).visited();
        story.inEffect("75", "40");
        reference = story.reference;
    }

    private String casePage() throws Exception {
        return page("");
    }

    private String page(String parameters) throws Exception {
        return web.perform(get("/cases/" + reference + parameters)
                        .with(user("coordinator").authorities(AuthorityUtils.createAuthorityList("coordinator"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void close() {
        jdbc.sql("update support_case set stage = 'CLOSED', closed_at = :now where reference = :reference")
                .param("now", OffsetDateTime.parse("2026-11-23T10:00:00Z"))
                .param("reference", reference.value())
                .update();
    }

    @Test
    void thePlanOfAClosedCaseIsNotInEffectAnyMore() throws Exception {
        assertThat(casePage()).contains("Version 1, in effect<");
        close();
        assertThat(casePage())
                .contains("Version 1, in effect until its support ended<")
                .doesNotContain("Version 1, in effect<");
    }

    @Test
    void everyAnswerOfTheClosingReportAndOfTheFeedbackIsShown() throws Exception {
        assertThat(casePage()).doesNotContain("Closing report and feedback");
        jdbc.sql("""
                insert into closing_report (case_reference, objectives_met, what_changed, what_remains, written_at, written_by)
                values (:reference, 'SOME', 'Payroll runs on time.', 'A new rota, by the partners.', now(), 'service-manager')""").param("reference", reference.value()).update();
        jdbc.sql("""
                insert into feedback (case_reference, ods_code, given, would_recommend, length_useful, improvements, hours_saved, what_changed,
                    may_quote, comments, given_by, recorded_at, recorded_by)
                values (:reference, (select ods_code from case_practice where case_reference = :reference), true, 'STRONGLY_AGREE', 'NEITHER', 'DISAGREE', 7.5, 'We sleep again.', true, 'Thank you <3',
                    'Dr Ann Field', now(), 'practice')""").param("reference", reference.value()).update();
        assertThat(casePage())
                .contains("Some of them", "Payroll runs on time.", "A new rota, by the partners.")
                .contains("Strongly agree", "Neither agree nor disagree", ">Disagree<", ">7.5<", "We sleep again.")
                .contains("Yes, the practice has agreed", "Thank you &lt;3", "given by Dr Ann Field");
    }

    @Test
    void feedbackThatIsMissingSaysWhy() throws Exception {
        jdbc.sql("""
                insert into feedback (case_reference, ods_code, given, no_reason, recorded_at, recorded_by)
                values (:reference, (select ods_code from case_practice where case_reference = :reference), false, 'They moved away.', now(), 'coordinator')""").param("reference", reference.value()).update();
        assertThat(casePage()).contains("Why there is none", "They moved away.").doesNotContain("Would recommend");
    }

    @Test
    void theTimelineBeginsWithTheLatestAndHasOlderPages() throws Exception {
        for (int number = 1; number <= 60; number++) {
            timeline.add(reference, "coordinator", "Entry number %d.".formatted(number), "old", "new", "Because.");
        }
        String first = casePage();
        assertThat(first.indexOf("Entry number 60.")).isBetween(1, first.indexOf("Entry number 59."));
        assertThat(first).doesNotContain("Entry number 2.").contains("Before</dt>", "After</dt>", "page=2#timeline");
        assertThat(page("?page=2")).contains("Entry number 2.").doesNotContain("Entry number 60.");
    }

    @Test
    void thePartsOfThePageAreLinked() throws Exception {
        String page = casePage();
        for (String part : new String[] {"now", "request", "ratings", "support", "notes", "documents", "timeline"}) {
            assertThat(page).contains("href=\"#%s\"".formatted(part), "id=\"%s\"".formatted(part));
        }
    }
}
