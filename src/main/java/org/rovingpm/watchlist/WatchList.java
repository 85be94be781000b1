package org.rovingpm.watchlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The practices that are or were watched. The database shows them only to a transaction that says who reads, and leaves out those
 * in which the reader has declared an interest.
 */
@Repository
public class WatchList {

    private static final String WATCHED = """
        select w.*, p.name as practice_name, s.label as sign_label, s.in_use as sign_in_use, c.last_contact_on
          from watched_practice w
          join published_practice p on p.ods_code = w.ods_code
          join warning_sign s on s.code = w.sign
          left join lateral (
              select c.contacted_on as last_contact_on from watched_contact c
               where c.watched_practice = w.id order by c.contacted_on desc, c.id desc limit 1) c on true
        """;

    private static final String NAMED = """
         where (cast(:named as varchar) is null or lower(p.name) like '%' || :named || '%' or lower(w.ods_code) = :named)
           and\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    WatchList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One page of them, and how many there are. */
    public record Found(List<WatchedPractice> practices, int count) {

        public Found {
            practices = List.copyOf(practices);
        }
    }

    /** @param first how many to skip */
    @Transactional
    public Found page(Watcher watcher, WatchQuery query, int first, int most) {
        showTo(watcher);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> values = new HashMap<>();
        values.put("named", query.practice() == null ? null : literally(query.practice()));
        values.put("today", today);
        values.put("sunday", sundayOf(today));
        values.put("first", first);
        values.put("most", most);
        String condition = NAMED + query.shown().condition();
        int count = jdbc.sql(
                        "select count(*) from watched_practice w join published_practice p on p.ods_code = w.ods_code "
                                + condition)
                .params(values)
                .query(Integer.class)
                .single();
        return new Found(
                jdbc.sql(WATCHED + condition + " order by " + query.order() + " offset :first limit :most")
                        .params(values)
                        .query(WatchList::watched)
                        .list(),
                count);
    }

    /** What somebody types is looked for as it stands, also where it means something in SQL. */
    private static String literally(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** @return those that should be looked at again by the end of this week, the longest overdue first */
    @Transactional
    public List<WatchedPractice> toLookAt(Watcher watcher, int most) {
        showTo(watcher);
        return jdbc.sql(WATCHED + """
                 where w.ended_at is null and w.look_again_on <= :sunday
                 order by w.look_again_on, lower(p.name), w.id limit :most""")
                .param("sunday", sundayOf(LocalDate.now(clock)))
                .param("most", most)
                .query(WatchList::watched)
                .list();
    }

    private static LocalDate sundayOf(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    @Transactional
    public Optional<WatchedPractice> find(Watcher watcher, long id) {
        showTo(watcher);
        return jdbc.sql(WATCHED + "where w.id = :id")
                .param("id", id)
                .query(WatchList::watched)
                .optional();
    }

    /** @return the contacts with it, the latest first */
    @Transactional
    public List<WatchedContact> contacts(Watcher watcher, long id, int first, int most) {
        showTo(watcher);
        return jdbc.sql("""
                select * from watched_contact where watched_practice = :id
                order by contacted_on desc, id desc offset :first limit :most""")
                .param("id", id)
                .param("first", first)
                .param("most", most)
                .query((row, number) -> new WatchedContact(
                        row.getObject("contacted_on", LocalDate.class),
                        ContactWay.valueOf(row.getString("way")),
                        row.getString("with_whom"),
                        row.getString("what_said"),
                        HelpOffer.valueOf(row.getString("help")),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .list();
    }

    /** @return what was written of it before, the latest first */
    @Transactional
    public List<EarlierEntry> earlier(Watcher watcher, long id, int first, int most) {
        showTo(watcher);
        return jdbc.sql("""
                select b.*, s.label as sign_label, s.in_use as sign_in_use
                  from watched_practice_before b join warning_sign s on s.code = b.sign
                 where b.watched_practice = :id order by b.version desc offset :first limit :most""")
                .param("id", id)
                .param("first", first)
                .param("most", most)
                .query((row, number) -> new EarlierEntry(
                        sign(row),
                        row.getString("what_noticed"),
                        row.getObject("noticed_on", LocalDate.class),
                        row.getString("noticed_by"),
                        row.getObject("look_again_on", LocalDate.class),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    /** As {@link #find}, and lets nobody else change it before this transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<WatchedPractice> lock(Watcher watcher, long id) {
        showTo(watcher);
        jdbc.sql("select id from watched_practice where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(watcher, id);
    }

    /** @return its id; empty where the practice is watched already */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Long> add(Watcher watcher, OdsCode practice, WatchPractice.Noticed noticed) {
        showTo(watcher);
        return jdbc.sql("""
                insert into watched_practice (ods_code, version, sign, what_noticed, noticed_on, noticed_by, look_again_on, help,
                                              added_at, added_by, changed_at, changed_by)
                values (:practice, 1, :sign, :what, :on, :by, :again, 'NONE', :now, :who, :now, :who)
                on conflict do nothing returning id""")
                .param("practice", practice.value())
                .params(values(watcher, noticed))
                .query(Long.class)
                .optional();
    }

    /** Puts this in place of what was written, which stays on record. */
    @Transactional(propagation = Propagation.MANDATORY)
    void change(Watcher watcher, WatchedPractice before, WatchPractice.Noticed noticed) {
        putOnRecord(watcher, before);
        jdbc.sql("""
                update watched_practice
                   set version = version + 1, sign = :sign, what_noticed = :what, noticed_on = :on, noticed_by = :by,
                       look_again_on = :again, changed_at = :now, changed_by = :who
                 where id = :id""").param("id", before.id()).params(values(watcher, noticed)).update();
    }

    /** @param lookAgainOn null to leave that day as it is */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Watcher watcher, WatchedPractice watched, RecordContact.Form contact, LocalDate lookAgainOn) {
        showTo(watcher);
        jdbc.sql("""
                insert into watched_contact (watched_practice, contacted_on, way, with_whom, what_said, help, recorded_at, recorded_by)
                values (:id, :on, :way, :whom, :said, :help, :now, :who)""")
                .param("id", watched.id())
                .param("on", contact.contactedOn())
                .param("way", contact.way().name())
                .param("whom", contact.withWhom())
                .param("said", contact.whatSaid())
                .param("help", contact.help().name())
                .param("now", now())
                .param("who", watcher.person())
                .update();
        if (lookAgainOn != null && !lookAgainOn.equals(watched.lookAgainOn())) {
            putOnRecord(watcher, watched);
        }
        jdbc.sql("""
                update watched_practice
                   set version = version + 1, help = case when :help = 'NONE' then help else :help end,
                       look_again_on = coalesce(cast(:again as date), look_again_on),
                       changed_at = case when cast(:again as date) is null then changed_at else :now end,
                       changed_by = case when cast(:again as date) is null then changed_by else :who end
                 where id = :id""")
                .param("id", watched.id())
                .param("help", contact.help().name())
                .param("again", lookAgainOn)
                .param("now", now())
                .param("who", watcher.person())
                .update();
    }

    /** @param reference the case that it became; null where it became none */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(Watcher watcher, long id, String reason, CaseReference reference) {
        showTo(watcher);
        jdbc.sql("""
                update watched_practice
                   set version = version + 1, ended_at = :now, ended_by = :who, end_reason = :reason, case_reference = :reference
                 where id = :id""")
                .param("id", id)
                .param("now", now())
                .param("who", watcher.person())
                .param("reason", reason)
                .param("reference", reference == null ? null : reference.value())
                .update();
    }

    /** @param request id of the request for help that was begun from it */
    @Transactional(propagation = Propagation.MANDATORY)
    void beginReferral(Watcher watcher, long id, long request) {
        showTo(watcher);
        jdbc.sql("update watched_practice set version = version + 1, referral_request = :request where id = :id")
                .param("request", request)
                .param("id", id)
                .update();
    }

    /** @return what is still watched, and of which the request was begun */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<WatchedPractice> referredBy(Watcher watcher, long request) {
        showTo(watcher);
        return jdbc.sql("select id from watched_practice where referral_request = :request and ended_at is null")
                .param("request", request)
                .query(Long.class)
                .optional()
                .flatMap(id -> lock(watcher, id));
    }

    private void putOnRecord(Watcher watcher, WatchedPractice before) {
        showTo(watcher);
        jdbc.sql("""
                insert into watched_practice_before (watched_practice, version, sign, what_noticed, noticed_on, noticed_by,
                                                     look_again_on, changed_at, changed_by)
                select id, version, sign, what_noticed, noticed_on, noticed_by, look_again_on, changed_at, changed_by
                  from watched_practice where id = :id""").param("id", before.id()).update();
    }

    private Map<String, Object> values(Watcher watcher, WatchPractice.Noticed noticed) {
        Map<String, Object> values = new HashMap<>();
        values.put("sign", noticed.sign().code());
        values.put("what", noticed.whatNoticed());
        values.put("on", noticed.noticedOn());
        values.put("by", noticed.noticedBy());
        values.put("again", noticed.lookAgainOn());
        values.put("now", now());
        values.put("who", watcher.person());
        return values;
    }

    private void showTo(Watcher watcher) {
        jdbc.sql(
                        "select set_config('rovingpm.watcher', :person, true), set_config('rovingpm.watched_on', :today, true)")
                .param("person", watcher.person())
                .param("today", LocalDate.now(clock).toString())
                .query()
                .singleRow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static WarningSign sign(ResultSet row) throws SQLException {
        return new WarningSign(row.getString("sign"), row.getString("sign_label"), row.getBoolean("sign_in_use"));
    }

    private static WatchedPractice watched(ResultSet row, int number) throws SQLException {
        String reference = row.getString("case_reference");
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new WatchedPractice(
                row.getLong("id"),
                new OdsCode(row.getString("ods_code")),
                row.getString("practice_name"),
                row.getInt("version"),
                sign(row),
                row.getString("what_noticed"),
                row.getObject("noticed_on", LocalDate.class),
                row.getString("noticed_by"),
                row.getObject("look_again_on", LocalDate.class),
                HelpOffer.valueOf(row.getString("help")),
                row.getObject("last_contact_on", LocalDate.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                reference == null ? null : new CaseReference(reference),
                ended == null
                        ? null
                        : new WatchedPractice.End(
                                ended.toInstant(), row.getString("ended_by"), row.getString("end_reason")));
    }
}
