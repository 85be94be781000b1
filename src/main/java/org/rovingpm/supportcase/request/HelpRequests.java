package org.rovingpm.supportcase.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.FurtherPractice;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.Secret;
import org.rovingpm.supportcase.request.HelpRequest.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests for help on their way: being written, waiting to be confirmed, acted on. They expire. */
@NamedInterface("request")
@Repository
public class HelpRequests {

    /** How long the link of a request that has been acted on still shows the result. */
    private static final Duration RESULT_SHOWN = Duration.ofDays(30);

    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<RequestHelp.Form> FORM = new TypeReference<>() {};
    private static final TypeReference<List<FurtherPractice>> FURTHER = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final HelpRequestSettings settings;
    private final Clock clock;

    HelpRequests(JdbcClient jdbc, ObjectMapper json, HelpRequestSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return for how many hours a request is stored, and its link is valid */
    public long hoursUntilExpiry() {
        return settings.expiry().toHours();
    }

    /**
     * Begins a request with the first answers.
     *
     * @return what its visitor is known by from now on
     */
    public Secret begin(String referrer, Map<String, List<String>> answers) {
        Secret visitor = Secret.random();
        jdbc.sql("""
                insert into help_request (visitor_hash, referrer, answers, version, expires_at)
                values (:visitor, :referrer, :answers::jsonb, 1, :expires)""")
                .param("visitor", visitor.hash())
                .param("referrer", referrer, Types.VARCHAR)
                .param("answers", json(answers))
                .param("expires", expiry())
                .update();
        return visitor;
    }

    /** @return the request that this visitor writes or has sent; read in one transaction with the lists that it chose from */
    @Transactional(readOnly = true)
    public Optional<HelpRequest> of(Secret visitor) {
        return jdbc.sql("select * from help_request where visitor_hash = :visitor and expires_at > :now")
                .param("visitor", visitor.hash())
                .param("now", utc(clock.instant()))
                .query(this::request)
                .optional();
    }

    /** Saves the answers in place of earlier ones; does nothing once the request is sent. */
    public void save(HelpRequest request, Map<String, List<String>> answers) {
        jdbc.sql("""
                update help_request set answers = :answers::jsonb, version = version + 1, expires_at = :expires
                where id = :id and sent_at is null""")
                .param("answers", json(answers))
                .param("expires", expiry())
                .param("id", request.id())
                .update();
    }

    /** @return whether it has been sent by this call; false if it had been before, or has changed since it was read */
    boolean send(HelpRequest request, RequestHelp.TakenRequest taken, String email) {
        return jdbc.sql("""
                update help_request set sent_at = :now, answers = '{}', form = :form::jsonb, further = :further::jsonb, email = :email, expires_at = :expires
                where id = :id and version = :version and sent_at is null""")
                        .param("now", utc(clock.instant()))
                        .param("form", json(taken.request()))
                        .param("further", json(taken.furtherPractices()))
                        .param("email", email)
                        .param("expires", expiry())
                        .param("id", request.id())
                        .param("version", request.version())
                        .update()
                == 1;
    }

    /** @return ids of some requests that were sent and are not processed yet, the oldest first */
    List<Long> sent() {
        return jdbc.sql(
                        "select id from help_request where sent_at is not null and processed_at is null order by sent_at limit 50")
                .query(Long.class)
                .list();
    }

    /** @return the request, locked for this transaction; empty if another instance is processing it, or has done so */
    Optional<HelpRequest> lockSent(long id) {
        return jdbc.sql("select * from help_request where id = :id and processed_at is null for update skip locked")
                .param("id", id)
                .query(this::request)
                .optional();
    }

    /**
     * Records that it has been processed.
     *
     * @param toConfirm whether it waits until the link in its message is opened
     */
    void markProcessed(HelpRequest request, boolean toConfirm) {
        jdbc.sql("update help_request set processed_at = :now, to_confirm = :confirm where id = :id")
                .param("now", utc(clock.instant()))
                .param("confirm", toConfirm)
                .param("id", request.id())
                .update();
    }

    /**
     * Makes the link that confirms the request, in place of any earlier one. Saved in a transaction of its own, so that it is
     * there before the link is sent.
     *
     * @return empty if the request no longer needs to be confirmed
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Secret> newLink(long id) {
        Secret link = Secret.random();
        int rows = jdbc.sql("""
                update help_request set token_hash = :hash where id = :id and to_confirm and outcome is null and expires_at > :now""")
                .param("hash", link.hash())
                .param("id", id)
                .param("now", utc(clock.instant()))
                .update();
        return rows == 1 ? Optional.of(link) : Optional.empty();
    }

    /** @return the address given in a request that waits to be confirmed */
    public Optional<String> addressOf(long id) {
        return jdbc.sql(
                        "select form #>> '{contact,contactEmail}' from help_request where id = :id and outcome is null and expires_at > :now")
                .param("id", id)
                .param("now", utc(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** Whether this address has been sent as many links as it may be for now. */
    boolean hasReachedLinkLimit(String email) {
        return jdbc.sql("select count(*) from help_request where email = :email and sent_at > :since and to_confirm")
                        .param("email", email)
                        .param("since", utc(clock.instant().minus(settings.expiry())))
                        .query(Integer.class)
                        .single()
                >= settings.links();
    }

    /** @return the request that the link confirms, or has confirmed */
    @Transactional(readOnly = true)
    public Optional<HelpRequest> confirmedBy(Secret link) {
        return confirmedBy(link, "");
    }

    Optional<HelpRequest> lockConfirmedBy(Secret link) {
        return confirmedBy(link, " for update");
    }

    private Optional<HelpRequest> confirmedBy(Secret link, String lock) {
        return jdbc.sql("select * from help_request where token_hash = :hash and expires_at > :now" + lock)
                .param("hash", link.hash())
                .param("now", utc(clock.instant()))
                .query(this::request)
                .optional();
    }

    /** Records the outcome. What was typed is now part of a case, and stored only there. */
    void actedOn(HelpRequest request, Outcome outcome, CaseReference reference) {
        jdbc.sql("""
                update help_request set outcome = :outcome, case_reference = :reference, form = null, further = null, expires_at = :expires,
                    processed_at = coalesce(processed_at, :now)
                where id = :id""")
                .param("outcome", outcome.name())
                .param("reference", reference.value())
                .param("now", utc(clock.instant()))
                .param("expires", utc(clock.instant().plus(RESULT_SHOWN)))
                .param("id", request.id())
                .update();
    }

    void confirm(OdsCode practice, String email) {
        jdbc.sql("""
                insert into confirmed_address (ods_code, email, confirmed_at) values (:practice, :email, :now)
                on conflict (ods_code, email) do nothing""")
                .param("practice", practice.value())
                .param("email", email)
                .param("now", utc(clock.instant()))
                .update();
    }

    boolean isConfirmed(OdsCode practice, String email) {
        return jdbc.sql("select exists (select from confirmed_address where ods_code = :practice and email = :email)")
                .param("practice", practice.value())
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    int deleteExpired() {
        return jdbc.sql("delete from help_request where expires_at <= :now")
                .param("now", utc(clock.instant()))
                .update();
    }

    private OffsetDateTime expiry() {
        return utc(clock.instant().plus(settings.expiry()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HelpRequest request(ResultSet row, int number) throws SQLException {
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        String outcome = row.getString("outcome");
        String further = row.getString("further");
        String reference = row.getString("case_reference");
        return new HelpRequest(
                row.getLong("id"),
                row.getString("referrer"),
                read(row.getString("answers"), ANSWERS),
                read(row.getString("form"), FORM),
                further == null ? List.of() : read(further, FURTHER),
                row.getInt("version"),
                sent == null ? null : sent.toInstant(),
                row.getString("email"),
                outcome == null ? null : Outcome.valueOf(outcome),
                reference == null ? null : new CaseReference(reference));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
