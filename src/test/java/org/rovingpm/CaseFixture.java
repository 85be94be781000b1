package org.rovingpm;

import java.util.concurrent.atomic.AtomicInteger;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that stand where a test needs them to begin. */
public class CaseFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger(100_000);

    private final JdbcClient jdbc;

    public CaseFixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return a case of a practice of its own, assessed as needing two sessions a week for eight weeks */
    public CaseReference at(CaseStage status, Rag rag) {
        int number = NUMBER.incrementAndGet();
        String practice = "T" + number;
        String reference = "RPM-2026-" + number;
        jdbc.sql("""
                insert into practice (ods_code, name, address, postcode, status, in_scheme)
                values (:practice, :name, '1 High Street, Testborough', 'NG7 2UH', 'ACTIVE', true)""")
                .param("practice", practice)
                .param("name", "Practice " + number)
                .update();
        jdbc.sql("""
                with added as (
                    insert into support_case (reference, stage, rag, confidential, requested_at, requested_by, what_happened, since,
                        services_at_risk, payroll_at_risk, cqc_rating, pm_post_vacant, referred_by_liaison, version)
                    values (:reference, :status, :rag, false, now(), 'coordinator', 'The manager is ill.', current_date,
                        false, false, 'GOOD', false, false, 1)
                    returning reference),
                led as (
                    insert into case_practice (case_reference, ods_code, leads, contact_name, contact_role, contact_email)
                    select reference, :practice, true, 'Dr Ann Field', 'GP partner', 'ann.field@example.org' from added)
                insert into case_help_kind (case_reference, kind) select reference, 'PM_ABSENCE' from added""")
                .param("reference", reference)
                .param("practice", practice)
                .param("status", status.name())
                .param("rag", rag.name())
                .update();
        jdbc.sql("""
                with added as (
                    insert into need (case_reference, help_needed, sessions_a_week, starts_on, weeks, recorded_at, recorded_by)
                    values (:reference, 'Someone to run the practice', 2, current_date, 8, now(), 'coordinator') returning id)
                insert into need_help_kind (need_id, kind) select id, 'PM_ABSENCE' from added""").param("reference", reference).update();
        return new CaseReference(reference);
    }
}
