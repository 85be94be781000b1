package org.rovingpm.note;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All notes. They are never changed or deleted; the database makes sure of that. */
@Repository
public class TeamNotes {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    TeamNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who reads: the office all notes, a PM those marked for them. */
    public enum Reader {
        OFFICE,
        PM
    }

    /** @return the notes of the case that this reader may see, latest first, up to the given number and at most 200 */
    public List<TeamNote> of(CaseReference reference, Reader reader, int most) {
        return jdbc.sql("""
                select text, for_pm, written_at, written_by from team_note
                where case_reference = :reference and (:office or for_pm) order by id desc limit :most""")
                .param("reference", reference.value())
                .param("office", reader == Reader.OFFICE)
                .param("most", Math.min(most, MOST))
                .query((row, number) -> new TeamNote(
                        row.getString("text"),
                        row.getBoolean("for_pm"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("written_by")))
                .list();
    }

    void add(CaseReference reference, String text, boolean forPm, String who) {
        jdbc.sql("""
                insert into team_note (case_reference, text, for_pm, written_at, written_by)
                values (:reference, :text, :forPm, :at, :who)""")
                .param("reference", reference.value())
                .param("text", text)
                .param("forPm", forPm)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    /** Whether this person's latest note on the case, within the last minute, has the same text: a button pressed twice. */
    boolean saidJustNow(CaseReference reference, String text, boolean forPm, String who) {
        return jdbc.sql("""
                select coalesce((select text = :text and for_pm = :forPm and written_at > :since from team_note
                where case_reference = :reference and written_by = :who order by id desc limit 1), false)""")
                .param("reference", reference.value())
                .param("text", text)
                .param("forPm", forPm)
                .param("who", who)
                .param("since", clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
