package org.rovingpm.practice.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.file.DatabaseLock;
import org.rovingpm.practice.register.RegisterQuestion.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refreshes of the register: the questions they ask, and the answers until they are applied. */
@Repository
public class RegisterRefreshes {

    public enum Outcome {
        APPLIED,
        NOT_FOUND,
        NOT_SERVED,
        UNREADABLE,
        REPLACED
    }

    /**
     * A refresh.
     *
     * @param practice the only one it reads; null for the whole register
     */
    public record Refresh(long id, OdsCode practice, Outcome outcome) {}

    private static final Duration STORED = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterRefreshes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Begins a refresh of the whole register, in place of one that has not ended, and deletes old ones. */
    public long begin() {
        DatabaseLock.PRACTICES.take(jdbc);
        jdbc.sql("select id from register_refresh where practice is null and ended_at is null")
                .query(Long.class)
                .list()
                .forEach(refresh -> end(refresh, Outcome.REPLACED, null));
        jdbc.sql("delete from register_refresh where ended_at < :forgotten")
                .param("forgotten", utc(clock.instant().minus(STORED)))
                .update();
        return jdbc.sql("insert into register_refresh (begun_on, begun_at) values (:today, :now) returning id")
                .param("today", today())
                .param("now", utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Begins a refresh of one practice. @return empty if there has been one today, or too many of other practices */
    public Optional<Long> begin(OdsCode practice, int mostInADay) {
        return jdbc.sql("""
                insert into register_refresh (practice, begun_on, begun_at)
                select :practice, :today, :now
                 where (select count(*) from register_refresh where practice is not null and begun_on = :today) < :most
                on conflict (practice, begun_on) do nothing returning id""")
                .param("practice", practice.value())
                .param("today", today())
                .param("now", utc(clock.instant()))
                .param("most", mostInADay)
                .query(Long.class)
                .optional();
    }

    Refresh get(long id) {
        return jdbc.sql("select id, practice, outcome from register_refresh where id = :id for update")
                .param("id", id)
                .query(RegisterRefreshes::refresh)
                .single();
    }

    public Optional<Refresh> ofToday(OdsCode practice) {
        return jdbc.sql(
                        "select id, practice, outcome from register_refresh where practice = :practice and begun_on = :today")
                .param("practice", practice.value())
                .param("today", today())
                .query(RegisterRefreshes::refresh)
                .optional();
    }

    void end(long refresh, Outcome outcome, String report) {
        jdbc.sql("delete from register_question where refresh = :refresh")
                .param("refresh", refresh)
                .update();
        jdbc.sql(
                        "update register_refresh set ended_at = :now, outcome = :outcome, report = :report where id = :refresh")
                .param("now", utc(clock.instant()))
                .param("outcome", outcome.name())
                .param("report", report)
                .param("refresh", refresh)
                .update();
    }

    /** Adds a question, unless it has been asked in this refresh. */
    public void addQuestion(long refresh, Kind kind, String subject, int page) {
        jdbc.sql("""
                insert into register_question (refresh, kind, subject, page) values (:refresh, :kind, :subject, :page)
                on conflict do nothing""")
                .param("refresh", refresh)
                .param("kind", kind.name())
                .param("subject", subject, Types.VARCHAR)
                .param("page", page)
                .update();
    }

    Optional<RegisterQuestion> next(long refresh) {
        return jdbc.sql(
                        "select id, kind, subject, page from register_question where refresh = :refresh and state = 'OPEN' order by id limit 1")
                .param("refresh", refresh)
                .query(RegisterRefreshes::question)
                .optional();
    }

    RegisterQuestion question(long id) {
        return jdbc.sql("select id, kind, subject, page from register_question where id = :id")
                .param("id", id)
                .query(RegisterRefreshes::question)
                .single();
    }

    void recordAnswer(long question, RegisterQuestion.State state, String reason) {
        jdbc.sql("update register_question set state = :state, reason = :reason where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", question)
                .update();
    }

    /** Records the practices of a list, and asks for those that are new or have changed since they were last read. */
    void recordListed(long refresh, List<String> codes, List<LocalDate> changed, List<Boolean> active) {
        jdbc.sql("""
                insert into register_question (refresh, kind, subject, state)
                select :refresh, 'PRACTICE', l.code,
                       case when p.in_register and p.register_changed_on = l.changed_on then 'UNCHANGED' else 'OPEN' end
                  from unnest(:codes::text[], :changed::text[]::date[], :active::boolean[]) as l(code, changed_on, active)
                  left join practice p on p.ods_code = l.code
                 where l.active or p.ods_code is not null
                on conflict do nothing""")
                .param("refresh", refresh)
                .param("codes", codes.toArray(String[]::new))
                .param(
                        "changed",
                        changed.stream()
                                .map(day -> day == null ? null : day.toString())
                                .toArray(String[]::new))
                .param("active", active.toArray(Boolean[]::new))
                .update();
    }

    /** Records sub-ICB locations whose ICB is known because it lists them. */
    void recordKnownSubIcbs(long refresh, List<String> subIcbs, String icb) {
        jdbc.sql("""
                insert into register_question (refresh, kind, subject, state, icb)
                select :refresh, 'SUB_ICB', code, 'READ', :icb from unnest(:codes::text[]) as code on conflict do nothing""")
                .param("refresh", refresh)
                .param("codes", subIcbs.toArray(String[]::new))
                .param("icb", icb)
                .update();
    }

    boolean listsAreComplete(long refresh) {
        return jdbc.sql(
                                "select count(*) from register_question where refresh = :refresh and state = 'OPEN' and kind in ('SUB_ICBS', 'PRACTICES')")
                        .param("refresh", refresh)
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** Asks for each known practice that is in no list: only its own entry says what has happened to it. */
    void askForUnlisted(long refresh) {
        jdbc.sql("""
                insert into register_question (refresh, kind, subject)
                select :refresh, 'PRACTICE', ods_code from practice where in_register order by ods_code on conflict do nothing""").param("refresh", refresh).update();
    }

    void recordEntry(long question, RegisterRow row, LocalDate changed) {
        jdbc.sql("""
                update register_question set state = 'READ', name = :name, address = :address, postcode = :postcode,
                       telephone = :telephone, grouping = :grouping, icb = :icb, sub_icb = :subIcb, status = :status,
                       opened_on = :opened, closed_on = :closed, changed_on = :changed where id = :id""")
                .param("id", question)
                .param("name", row.name())
                .param("address", row.address())
                .param(
                        "postcode",
                        row.postcode() == null ? null : row.postcode().value())
                .param("telephone", row.telephone())
                .param("grouping", row.grouping())
                .param("icb", row.icb())
                .param("subIcb", row.subIcb())
                .param("status", row.status().name())
                .param("opened", row.openedOn(), Types.DATE)
                .param("closed", row.closedOn(), Types.DATE)
                .param("changed", changed, Types.DATE)
                .update();
    }

    void recordSubIcb(long question, String icb) {
        jdbc.sql("update register_question set state = 'READ', icb = :icb where id = :id")
                .param("id", question)
                .param("icb", icb)
                .update();
    }

    private static Refresh refresh(ResultSet row, int number) throws SQLException {
        String practice = row.getString("practice");
        String outcome = row.getString("outcome");
        return new Refresh(
                row.getLong("id"),
                practice == null ? null : new OdsCode(practice),
                outcome == null ? null : Outcome.valueOf(outcome));
    }

    private static RegisterQuestion question(ResultSet row, int number) throws SQLException {
        return RegisterQuestion.of(
                row.getLong("id"), Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getInt("page"));
    }

    private static java.time.OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
