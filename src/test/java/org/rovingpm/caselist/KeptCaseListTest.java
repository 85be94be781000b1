package org.rovingpm.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The table of the list says what the tables of the modules say, whatever changes in them. */
@ApplicationTest
@StartsAt
@Transactional
class KeptCaseListTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private ListedCases cases;
    private CaseReference reference;

    @BeforeEach
    void aCase() {
        cases = new ListedCases(jdbc);
        reference = cases.of("Quillfeather Surgery", CaseStage.MATCHING, Rag.AMBER);
    }

    private <T> T listed(String column, Class<T> type) {
        ListedCases.assertAsInModules(jdbc);
        return jdbc.sql("select %s from listed_case where reference = :reference".formatted(column))
                .param("reference", reference.value())
                .query(type)
                .single();
    }

    @Test
    void aCaseIsListedFromItsRequestOn() {
        reference = new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99701"))));
        assertThat(listed("practices[1]", String.class)).isEqualTo("Practice Z99701");
        assertThat(listed("suggested_rag is not null and rag is null", Boolean.class))
                .isTrue();
        assertThat(listed("array_length(help_kinds, 1)", Integer.class)).isEqualTo(2);
    }

    @Test
    void anAcceptedOfferBringsItsPm() {
        String pm = scheme.pm("pm-quillon");
        reference = new CaseReference(scheme.offered("Z99702", pm));
        assertThat(listed("pm_name", String.class)).isEmpty();
        scheme.complete(
                reference.value(),
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                pm,
                Map.of("answer", "ACCEPT", "noConflict", true));
        assertThat(listed("pm", String.class)).isEqualTo(pm);
        assertThat(listed("stage", String.class)).isEqualTo("INTRODUCING");
        cases.endPlacements(reference, LocalDate.now(clock));
        assertThat(listed("pm is null", Boolean.class)).isTrue();
    }

    @Test
    void aClosedCaseNamesItsLastPm() {
        cases.place(reference, scheme.pm("pm-quillon"), LocalDate.now(clock));
        assertThat(listed("pm", String.class)).isEqualTo("pm-quillon");
        cases.endPlacements(reference, LocalDate.now(clock));
        cases.set(reference, "stage = 'CLOSED', closed_at = now()");
        assertThat(listed("pm", String.class)).isEqualTo("pm-quillon");
        assertThat(listed("open", Boolean.class)).isFalse();
    }

    @Test
    void stageRatingAndHoldFollowTheCase() {
        cases.set(reference, "stage = 'PLANNING', rag = 'RED', held_at = now(), held_until = '2027-01-04'");
        assertThat(listed("stage || rag || held_until", String.class)).isEqualTo("PLANNINGRED2027-01-04");
    }

    @Test
    void newNamesOfPracticesAndPmsFollow() {
        cases.place(reference, scheme.pm("pm-quillon"), LocalDate.now(clock));
        jdbc.sql("update practice set name = 'Otterburn Surgery', postcode = 'ZE2 9XX' where ods_code = :code")
                .param("code", ListedCases.ods(reference))
                .update();
        assertThat(listed("practices[1] || area", String.class)).isEqualTo("Otterburn SurgeryZE2");
        jdbc.sql("update roving_pm set name = 'Una Underhill' where user_id = 'pm-quillon'")
                .update();
        assertThat(listed("pm_name", String.class)).isEqualTo("Una Underhill");
        assertThat(listed("search_text", String.class))
                .contains(" una underhill ", " otterburn surgery ")
                .doesNotContain("quillfeather");
    }

    @Test
    void practicesThatJoinAndNewContactsFollow() {
        scheme.join(reference.value(), scheme.practice("Z99703"));
        assertThat(listed("array_to_string(practices, '+')", String.class))
                .isEqualTo("Quillfeather Surgery+Practice Z99703");
        jdbc.sql("update case_practice set contact_name = 'Ignatius Plum' where case_reference = :reference and leads")
                .param("reference", reference.value())
                .update();
        assertThat(listed("search_text", String.class)).contains(" ignatius plum joan joiner ");
        jdbc.sql("delete from case_practice where case_reference = :reference and not leads")
                .param("reference", reference.value())
                .update();
        assertThat(listed("array_length(practices, 1)", Integer.class)).isEqualTo(1);
    }

    @Test
    void checkInsAndKindsOfHelpFollow() {
        long placement = cases.place(reference, scheme.pm("pm-quillon"), LocalDate.now(clock));
        jdbc.sql("insert into case_help_kind (case_reference, kind) values (:reference, 'MERGER')")
                .param("reference", reference.value())
                .update();
        assertThat(listed("'MERGER' = any (help_kinds)", Boolean.class)).isTrue();
        assertThat(listed("last_check_in_at is null", Boolean.class)).isTrue();
        checkIn(placement, LocalDate.of(2026, 11, 20));
        checkIn(placement, LocalDate.of(2026, 11, 13));
        assertThat(listed("last_check_in_at", OffsetDateTime.class).toInstant())
                .isEqualTo(LocalDate.of(2026, 11, 20).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private void checkIn(long placement, LocalDate weekEnding) {
        String fund = "Q" + weekEnding.toString().replace("-", "");
        scheme.fund(fund, "1000");
        jdbc.sql("""
                with plan as (
                    insert into job_plan (case_reference, placement_id, version, status, variation, sessions_a_week, starts_on, ends_on, hours,
                        hourly_rate, fund_code, newly_committed, budget_holder_needed, prepared_at, prepared_by)
                    values (:reference, :placement, extract(day from :weekEnding::date), 'REFUSED', false, 2, :weekEnding, :weekEnding, 10, 30,
                        :fund, 0, false, now(), 'service-manager') returning id)
                insert into check_in (case_reference, placement_id, plan_id, week_ending, hours, hourly_rate, amount, unfunded, over_plan_hours,
                    rag_now, support_complete, review_reasons, reported_at, reported_by)
                select :reference, :placement, id, :weekEnding, 4, 30, 120, 0, 0, 'AMBER', false, '{}', :weekEnding::timestamp at time zone 'UTC',
                    'pm-quillon' from plan""")
                .param("reference", reference.value())
                .param("placement", placement)
                .param("weekEnding", weekEnding)
                .param("fund", fund)
                .update();
    }

    @Test
    void everyStageHasItsPlace() {
        List<String> ranked = jdbc.sql("""
                select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                 where d.adrelid = 'listed_case'::regclass and a.attname = 'stage_rank'""").query(String.class).list();
        assertThat(ranked).singleElement().satisfies(expression -> assertThat(
                        expression.replaceAll("::\\w+(\\[])?", ""))
                .contains(Arrays.stream(CaseStage.values())
                        .map(stage -> "'" + stage.name() + "'")
                        .collect(Collectors.joining(", "))));
    }
}
