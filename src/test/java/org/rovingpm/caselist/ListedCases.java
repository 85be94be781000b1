package org.rovingpm.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases as a test of the list needs them, told apart by an area of their own. */
public final class ListedCases {

    /** The area of these cases and of no others. */
    public static final String AREA = "ZE1";

    private final JdbcClient jdbc;

    public ListedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case of a practice of this name in {@link #AREA}. */
    public CaseReference of(String practice, CaseStage stage, Rag rag) {
        CaseReference reference = new CaseFixture(jdbc).at(stage, rag);
        jdbc.sql("update practice set name = :name, postcode = 'ZE1 0AA' where ods_code = :code")
                .param("name", practice)
                .param("code", ods(reference))
                .update();
        return reference;
    }

    /** The ODS code of its practice. */
    public static String ods(CaseReference reference) {
        return "T" + reference.value().substring(reference.value().lastIndexOf('-') + 1);
    }

    public void set(CaseReference reference, String columns) {
        jdbc.sql("update support_case set %s where reference = :reference".formatted(columns))
                .param("reference", reference.value())
                .update();
    }

    /** @return the id of the placement */
    public long place(CaseReference reference, String pm, LocalDate startedOn) {
        return jdbc.sql("""
                insert into placement (case_reference, pm, started_on, sessions_a_week, expected_end_on)
                values (:reference, :pm, :startedOn, 2, :startedOn) returning id""")
                .param("reference", reference.value())
                .param("pm", pm)
                .param("startedOn", startedOn)
                .query(Long.class)
                .single();
    }

    public void endPlacements(CaseReference reference, LocalDate endedOn) {
        jdbc.sql(
                        "update placement set ended_on = :endedOn, end_reason = 'PM_WITHDREW' where case_reference = :reference and ended_on is null")
                .param("endedOn", endedOn)
                .param("reference", reference.value())
                .update();
    }

    public void makeConfidential(CaseReference reference, String named) {
        jdbc.sql("""
                with made as (
                    insert into confidential_case (case_reference, reason, since, made_by) values (:reference, 'Delicate.', now(), 'coordinator') returning id)
                insert into named_person (confidential_case, person, reason, named_at, named_by)
                select id, :named, 'Works on it.', now(), 'coordinator' from made""")
                .param("reference", reference.value())
                .param("named", named)
                .update();
    }

    /** Fails where the list says anything else than the modules. */
    public static void assertAsInModules(JdbcClient jdbc) {
        assertThat(jdbc.sql("""
                with ours as (
                    select reference, open, stage, rag, suggested_rag, requested_at, held_until, closed_at, practices, ods_codes, area,
                           help_kinds, pm, pm_name, last_check_in_at, week_ends_at, search_text from listed_case)
                select 'missing: ' || a::text from (select * from case_to_list except select * from ours) a
                union all
                select 'left over: ' || b::text from (select * from ours except select * from case_to_list) b""").query(String.class).list()).isEmpty();
    }
}
