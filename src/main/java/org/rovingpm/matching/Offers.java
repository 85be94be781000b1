package org.rovingpm.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.matching.shortlist.OfferStatus;
import org.rovingpm.matching.shortlist.Vacancy;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The placements offered to PMs, with their answers. */
@Repository
public class Offers {

    private static final int MOST_SHOWN = 50;
    private static final String SELECT =
            "select o.*, r.name from offer o join published_pm r on r.user_id = o.pm where o.case_reference = :reference ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the open offer of the case */
    public Optional<Offer> open(CaseReference reference) {
        return jdbc.sql(SELECT + "and o.status = 'OPEN'")
                .param("reference", reference.value())
                .query(Offers::offer)
                .optional();
    }

    /** @return the closed offers of the case, latest first, at most 50 */
    public List<Offer> ended(CaseReference reference) {
        return jdbc.sql(SELECT + "and o.status <> 'OPEN' order by o.id desc limit :limit")
                .param("reference", reference.value())
                .param("limit", MOST_SHOWN)
                .query(Offers::offer)
                .list();
    }

    /** @return the open offer, locked until the calling transaction ends, so that it is answered only once */
    Optional<Offer> openForAnswer(CaseReference reference) {
        return jdbc.sql(SELECT + "and o.status = 'OPEN' for update of o")
                .param("reference", reference.value())
                .query(Offers::offer)
                .optional();
    }

    void add(Vacancy search, String pm, Instant madeAt, String madeBy, Instant expiresAt, String reason) {
        jdbc.sql("""
                insert into offer (case_reference, pm, sessions_a_week, starts_on, ends_on, made_at, made_by, expires_at, choice_reason)
                values (:reference, :pm, :sessions, :from, :until, :at, :by, :expires, :reason)""")
                .param("reference", search.reference().value())
                .param("pm", pm)
                .param("sessions", search.sessions())
                .param("from", search.from())
                .param("until", search.until())
                .param("at", utc(madeAt))
                .param("by", madeBy)
                .param("expires", utc(expiresAt))
                .param("reason", reason, Types.VARCHAR)
                .update();
    }

    void answer(Offer offer, OfferStatus status, String reason) {
        jdbc.sql("update offer set status = :status, answered_at = :at, answer_reason = :reason where id = :id")
                .param("status", status.name())
                .param("at", utc(clock.instant()))
                .param("reason", reason, Types.VARCHAR)
                .param("id", offer.id())
                .update();
    }

    void moveDeadline(Offer offer, Instant expiresAt) {
        jdbc.sql("update offer set expires_at = :expires where id = :id")
                .param("expires", utc(expiresAt))
                .param("id", offer.id())
                .update();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getLong("id"),
                new CaseReference(row.getString("case_reference")),
                row.getString("pm"),
                row.getString("name"),
                row.getBigDecimal("sessions_a_week"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                instant(row, "made_at"),
                row.getString("made_by"),
                instant(row, "expires_at"),
                row.getString("choice_reason"),
                OfferStatus.valueOf(row.getString("status")),
                instant(row, "answered_at"),
                row.getString("answer_reason"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
