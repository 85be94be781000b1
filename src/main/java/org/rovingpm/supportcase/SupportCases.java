package org.rovingpm.supportcase;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All cases, open and ended. */
@Repository
public class SupportCases {

    private final JdbcClient jdbc;

    SupportCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the case, or a refusal that says there is none of that number */
    public SupportCase get(CaseReference reference) {
        return find(reference)
                .orElseThrow(() -> new Refusal("There is no case %s: check the number.".formatted(reference)));
    }

    public Optional<SupportCase> find(CaseReference reference) {
        return jdbc.sql("select * from support_case where reference = :reference")
                .param("reference", reference.value())
                .query(SupportCases::supportCase)
                .optional();
    }

    /** @return the open case of this practice whose request is word for word the same */
    Optional<CaseReference> findSame(OdsCode practice, String whatHappened) {
        return jdbc.sql("""
                select reference from support_case
                where ods_code = :practice and md5(what_happened) = md5(:what) and closed_at is null""")
                .param("practice", practice.value())
                .param("what", whatHappened)
                .query(String.class)
                .optional()
                .map(CaseReference::new);
    }

    /** @return the practice's open cases, the latest first, at most ten */
    List<SupportCase> openOf(OdsCode practice) {
        return jdbc.sql(
                        "select * from support_case where ods_code = :practice and closed_at is null order by requested_at desc limit 10")
                .param("practice", practice.value())
                .query(SupportCases::supportCase)
                .list();
    }

    /** Whether somebody with this address was the contact of a case of the practice whose request has been accepted. */
    boolean wasAcceptedFrom(OdsCode practice, String email) {
        return jdbc.sql("""
                select exists (select from support_case
                where ods_code = :practice and lower(contact_email) = :email and rag is not null)""")
                .param("practice", practice.value())
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    /** @return the next number of the year; two requests never get the same */
    CaseReference nextReference(int year) {
        int number = jdbc.sql("""
                insert into case_number as n (year, last) values (:year, 1)
                on conflict (year) do update set last = n.last + 1 returning last""").param("year", year).query(Integer.class).single();
        return CaseReference.of(year, number);
    }

    void add(SupportCase added) {
        SupportCase.Request request = added.request();
        jdbc.sql("""
                insert into support_case (reference, ods_code, stage, confidential, requested_at, requested_by, contact_name,
                    contact_role, contact_email, contact_telephone, help_kinds, what_happened, since, at_risk, services_at_risk,
                    payroll_at_risk, at_risk_by, event_kind, event_on, list_size, cqc_rating, pm_post_vacant,
                    referred_by_liaison, consent_given_by, consent_on, version)
                values (:reference, :practice, :stage, :confidential, :at, :by, :contactName,
                    :contactRole, :contactEmail, :contactTelephone, :helpKinds, :whatHappened, :since, :atRisk, :servicesAtRisk,
                    :payrollAtRisk, :atRiskBy, :eventKind, :eventOn, :listSize, :cqcRating, :pmPostVacant,
                    :referredByLiaison, :consentGivenBy, :consentOn, 1)""")
                .param("reference", added.reference().value())
                .param("practice", added.practice().value())
                .param("stage", added.stage().name())
                .param("confidential", request.confidential())
                .param("at", utc(request.at()))
                .param("by", request.by())
                .param("contactName", request.contactName())
                .param("contactRole", request.contactRole())
                .param("contactEmail", request.contactEmail())
                .param("contactTelephone", request.contactTelephone())
                .param("helpKinds", request.helpKinds().stream().map(Enum::name).toArray(String[]::new), Types.ARRAY)
                .param("whatHappened", request.whatHappened())
                .param("since", request.since())
                .param("atRisk", request.atRisk())
                .param("servicesAtRisk", request.servicesAtRisk())
                .param("payrollAtRisk", request.payrollAtRisk())
                .param("atRiskBy", request.atRiskBy(), Types.DATE)
                .param(
                        "eventKind",
                        request.eventKind() == null ? null : request.eventKind().name(),
                        Types.VARCHAR)
                .param("eventOn", request.eventOn(), Types.DATE)
                .param("listSize", request.listSize(), Types.INTEGER)
                .param("cqcRating", request.cqcRating().name())
                .param("pmPostVacant", request.pmPostVacant())
                .param("referredByLiaison", request.referredByLiaison())
                .param("consentGivenBy", request.consentGivenBy(), Types.VARCHAR)
                .param("consentOn", request.consentOn(), Types.DATE)
                .update();
    }

    /** Writes the case's changes; fails where somebody else has changed it since it was read. */
    public void save(SupportCase changed) {
        int rows = jdbc.sql("""
                update support_case set stage = :stage, rag = :rag, held_at = :heldAt, held_until = :heldUntil,
                    closed_at = :closedAt, version = version + 1
                where reference = :reference and version = :version""")
                .param("stage", changed.stage().name())
                .param("rag", changed.rag() == null ? null : changed.rag().name(), Types.VARCHAR)
                .param("heldAt", utc(changed.heldAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("heldUntil", changed.heldUntil(), Types.DATE)
                .param("closedAt", utc(changed.closedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reference", changed.reference().value())
                .param("version", changed.version())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException(
                    "Case %s has been changed by somebody else".formatted(changed.reference()));
        }
    }

    private static SupportCase supportCase(ResultSet row, int number) throws SQLException {
        String rag = row.getString("rag");
        return new SupportCase(
                new CaseReference(row.getString("reference")),
                new OdsCode(row.getString("ods_code")),
                request(row),
                row.getInt("version"),
                CaseStage.valueOf(row.getString("stage")),
                rag == null ? null : Rag.valueOf(rag),
                instant(row, "held_at"),
                row.getObject("held_until", LocalDate.class),
                instant(row, "closed_at"));
    }

    private static SupportCase.Request request(ResultSet row) throws SQLException {
        String event = row.getString("event_kind");
        return new SupportCase.Request(
                instant(row, "requested_at"),
                row.getString("requested_by"),
                row.getString("contact_name"),
                row.getString("contact_role"),
                row.getString("contact_email"),
                row.getString("contact_telephone"),
                helpKinds(row.getArray("help_kinds")),
                row.getString("what_happened"),
                row.getObject("since", LocalDate.class),
                row.getString("at_risk"),
                row.getBoolean("services_at_risk"),
                row.getBoolean("payroll_at_risk"),
                row.getObject("at_risk_by", LocalDate.class),
                event == null ? null : EventKind.valueOf(event),
                row.getObject("event_on", LocalDate.class),
                row.getObject("list_size", Integer.class),
                CqcRating.valueOf(row.getString("cqc_rating")),
                row.getBoolean("pm_post_vacant"),
                row.getBoolean("referred_by_liaison"),
                row.getString("consent_given_by"),
                row.getObject("consent_on", LocalDate.class),
                row.getBoolean("confidential"));
    }

    private static List<HelpKind> helpKinds(Array kinds) throws SQLException {
        return Arrays.stream((String[]) kinds.getArray()).map(HelpKind::valueOf).toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
