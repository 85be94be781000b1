package org.rovingpm.watchlist;

/**
 * Which watched practices, and in which order.
 *
 * @param practice   a part of the name, or the ODS code; null for all
 * @param descending the other way round
 */
public record WatchQuery(String practice, Shown shown, Column column, boolean descending) {

    /** Which of them. */
    public enum Shown {
        CURRENT("all that are watched", "w.ended_at is null"),
        THIS_WEEK("to look at again this week", "w.ended_at is null and w.look_again_on between :today and :sunday"),
        OVERDUE("overdue", "w.ended_at is null and w.look_again_on < :today"),
        ENDED("no longer watched", "w.ended_at is not null");

        private final String label;
        private final String condition;

        Shown(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        public String label() {
            return label;
        }

        String condition() {
            return condition;
        }
    }

    /** By what they are sorted. */
    public enum Column {
        PRACTICE("lower(p.name)"),
        SIGN("s.position"),
        NOTICED("w.noticed_on"),
        HELP("array_position(array['WANTED', 'OFFERED', 'DECLINED', 'NONE'], cast(w.help as text))"),
        LAST_CONTACT("last_contact_on"),
        LOOK_AGAIN("w.look_again_on");

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }
    }

    String order() {
        return "%s %s nulls last, lower(p.name), w.id".formatted(column.sql, descending ? "desc" : "asc");
    }

    /** Whether a practice is searched for. */
    public boolean searches() {
        return practice != null;
    }
}
