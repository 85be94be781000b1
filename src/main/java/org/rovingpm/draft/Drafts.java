package org.rovingpm.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rovingpm.account.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The drafts of people, one for each person and task. The database shows those of one person at a time: whoever forgets to say
 * whose, reads none. A draft goes with its task, in the same transaction, whichever way the task ends.
 */
@Repository
public class Drafts {

    /** How long a draft stays after it was last saved. */
    public static final Duration KEPT = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the draft of this person; empty also if it is older than {@link #KEPT} */
    @Transactional
    public Optional<Draft> find(String task, String person) {
        return read(task, person, "");
    }

    /** As {@link #find}, and lets no other device of theirs save it before this transaction is over. */
    Optional<Draft> lock(String task, String person) {
        return read(task, person, " for update");
    }

    private Optional<Draft> read(String task, String person, String locked) {
        show(person);
        return jdbc.sql("select revision, answers, saved_at from draft where task_id = :task and saved_at >= :since"
                        + locked)
                .param("task", task)
                .param("since", end())
                .query((row, number) -> new Draft(
                        row.getLong("revision"),
                        row.getString("answers"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Saves it in place of any before it. */
    Draft save(String task, String person, String answers) {
        show(person);
        OffsetDateTime at = now();
        long revision = jdbc.sql("""
                insert into draft (task_id, person, revision, answers, saved_at) values (:task, :person, 1, :answers, :at)
                on conflict (task_id, person) do update
                   set revision = draft.revision + 1, answers = excluded.answers, saved_at = excluded.saved_at
                returning revision""")
                .param("task", task)
                .param("person", person)
                .param("answers", answers)
                .param("at", at)
                .query(Long.class)
                .single();
        return new Draft(revision, answers, at.toInstant());
    }

    /** Deletes, unread, the drafts that are older than {@link #KEPT}; the database lets no others be deleted here. */
    @Transactional
    public int forget() {
        jdbc.sql("select set_config('rovingpm.drafts_end', :end, true)")
                .param("end", end().toString())
                .query(String.class)
                .single();
        return jdbc.sql("delete from draft").update();
    }

    /** Whoever gets an account of the same name later reads nothing of it. */
    @EventListener
    void forget(Accounts.Deleted account) {
        show(account.person());
        jdbc.sql("delete from draft where person = :person")
                .param("person", account.person())
                .update();
    }

    private void show(String person) {
        jdbc.sql("select set_config('rovingpm.drafts_of', :person, true)")
                .param("person", person)
                .query(String.class)
                .single();
    }

    private OffsetDateTime end() {
        return now().minus(KEPT);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
