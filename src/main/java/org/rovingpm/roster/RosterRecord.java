package org.rovingpm.roster;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was changed in the entries of PMs, by whom and when. It only grows. */
@Repository
public class RosterRecord {

    private final JdbcClient jdbc;
    private final Clock clock;

    RosterRecord(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A part of an entry. */
    public enum Part {
        NAME("Name", RovingPm::name),
        EMAIL("E-mail address", RovingPm::email),
        STATUS("Status", pm -> pm.status().name()),
        HOME_POSTCODE("Postcode of their home", pm -> pm.home().value()),
        SESSIONS_A_WEEK(
                "Sessions a week", pm -> pm.sessionsAWeek().stripTrailingZeros().toPlainString()),
        SKILLS(
                "Can help with",
                pm -> pm.skills().stream().map(HelpKind::code).sorted().collect(Collectors.joining(","))),
        DBS_VALID_UNTIL("DBS check valid until", pm -> pm.dbsValidUntil().toString()),
        AGREEMENT_VALID_UNTIL("Associate agreement valid until", pm -> pm.agreementValidUntil()
                .toString());

        private final String label;
        private final Function<RovingPm, String> stored;

        Part(String label, Function<RovingPm, String> stored) {
            this.label = label;
            this.stored = stored;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A change of one part of an entry.
     *
     * @param before as it was stored; null where the PM was added
     * @param after  as it is stored: days as in ISO 8601, the names of statuses, the codes of kinds of help between commas
     */
    public record Change(Part part, String before, String after, Instant at, String by) {}

    /** @param before null where the PM is new */
    void add(RovingPm before, RovingPm after, String who) {
        for (Part part : Part.values()) {
            String was = before == null ? null : part.stored.apply(before);
            String is = part.stored.apply(after);
            if (!is.equals(was)) {
                jdbc.sql("""
                        insert into roving_pm_change (pm, part, before, after, changed_at, changed_by)
                        values (:pm, :part, :before, :after, :at, :who)""")
                        .param("pm", after.userId())
                        .param("part", part.name())
                        .param("before", was, Types.VARCHAR)
                        .param("after", is)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("who", who)
                        .update();
            }
        }
    }

    /** @return the latest first */
    public List<Change> of(String pm, int first, int most) {
        return jdbc.sql("""
                select part, before, after, changed_at, changed_by from roving_pm_change
                 where pm = :pm order by id desc offset :first limit :most""")
                .param("pm", pm)
                .param("first", first)
                .param("most", most)
                .query((row, number) -> new Change(
                        Part.valueOf(row.getString("part")),
                        row.getString("before"),
                        row.getString("after"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")))
                .list();
    }
}
