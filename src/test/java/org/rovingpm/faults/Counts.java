package org.rovingpm.faults;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is there afterwards, beside what people were told and what the mail server has received. */
final class Counts {

    /** A step that failed while the database was away is tried again after two minutes, several times. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(7);

    private static final String QUEUED = "select count(*) from act_ru_job where type_ = 'message' and retries_ > 0";

    private static final String UNSENT = "select count(*) from message where status in ('QUEUED', 'SENDING', 'FAILED')";

    private final JdbcClient jdbc;
    private final Load load;
    private final MailServer mail;

    Counts(Server server, Load load, MailServer mail) {
        this.jdbc = server.jdbc();
        this.load = load;
        this.mail = mail;
    }

    /** Waits until nothing is queued any more, or for seven minutes. */
    void awaitQuiet() {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end
                && (count(QUEUED) > 0 || count(UNSENT) > 0 || load.weeks().overdue() > 0)) {
            Pause.of(Duration.ofSeconds(2));
        }
    }

    /** By what it is: what people were told is done and is not there. */
    Map<String, Long> lost() {
        Map<Long, Long> received = mail.received();
        Map<String, Long> lost = new TreeMap<>();
        lost.put("money", missing(load.money(), notes()));
        lost.put("requests", missing(load.requests(), cases()));
        lost.put("steps after a timer", load.weeks().lost());
        lost.put(
                "messages",
                jdbc.sql("select id from message where status in ('SENT', 'DELIVERED')").query(Long.class).stream()
                        .filter(id -> !received.containsKey(id))
                        .count());
        return lost;
    }

    /** By what it is: what is there more than once. */
    Map<String, Long> doubled() {
        Map<String, Long> doubled = new TreeMap<>();
        doubled.put("money", more(notes()));
        doubled.put("requests", more(cases()));
        doubled.put("steps after a timer", load.weeks().doubled());
        doubled.put("messages", more(mail.received()));
        return doubled;
    }

    /** By what it is: what does not go on by itself. */
    Map<String, Long> stuck() {
        Map<String, Long> stuck = new TreeMap<>();
        stuck.put("queued steps", count(QUEUED));
        stuck.put("timers whose time has come", load.weeks().overdue());
        stuck.put("failed steps", count("select count(*) from act_ru_job where retries_ = 0"));
        stuck.put("messages", count(UNSENT));
        stuck.put(
                "jobs of nobody",
                count(
                        "select count(*) from act_ru_job where lock_owner_ is not null and lock_exp_time_ < now() at time zone 'UTC'"));
        stuck.put(
                "transactions left open",
                count(
                        "select count(*) from pg_stat_activity where state = 'idle in transaction' and state_change < now() - interval '1 minute'"));
        return stuck;
    }

    /** How many messages have come, each counted once. */
    int received() {
        return mail.received().size();
    }

    /** Messages that were handed over when something was killed: they may have arrived, and are never sent again by themselves. */
    long perhapsSent() {
        return count("select count(*) from message where status = 'UNCONFIRMED'");
    }

    private Map<String, Long> notes() {
        return counted(
                "select note as words, count(*) as times from ledger_entry where note like 'Piece of work%' group by note");
    }

    private Map<String, Long> cases() {
        return counted(
                "select what_happened as words, count(*) as times from support_case where what_happened like 'Piece of work%' group by what_happened");
    }

    private Map<String, Long> counted(String question) {
        Map<String, Long> counted = new TreeMap<>();
        jdbc.sql(question).query(row -> {
            counted.put(row.getString("words"), row.getLong("times"));
        });
        return counted;
    }

    private static long missing(Map<String, Load.Answer> told, Map<String, Long> there) {
        return told.entrySet().stream()
                .filter(work -> work.getValue() == Load.Answer.DONE && !there.containsKey(work.getKey()))
                .count();
    }

    private static long more(Map<?, Long> there) {
        return there.values().stream().filter(times -> times > 1).count();
    }

    private long count(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }
}
