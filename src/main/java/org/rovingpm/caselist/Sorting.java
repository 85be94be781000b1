package org.rovingpm.caselist;

/** By what the list is sorted, and which way. Cases that are equal in it stand by their number, so that pages neither repeat nor skip one. */
public record Sorting(Column column, boolean descending) {

    /** A column by which it can be sorted. */
    public enum Column {
        CASE("l.requested_at", ""),
        PRACTICE("l.practices[1]", ""),
        AREA("l.area", ""),
        STAGE("l.stage_rank", ""),
        RAG("l.urgency", ""),
        PM("l.pm_name", ""),
        DUE("least(d.due_at, %s)".formatted(ComingWeeks.ENDS_AT), " nulls last"),
        CHECK_IN("l.last_check_in_at", null);

        private final String sql;
        private final String nulls;

        Column(String sql, String nulls) {
            this.sql = sql;
            this.nulls = nulls;
        }
    }

    /** What is due first of open cases, of others the newest. */
    public static Sorting usual(CaseFilter.Shown shown) {
        return shown == CaseFilter.Shown.OPEN ? new Sorting(Column.DUE, false) : new Sorting(Column.CASE, true);
    }

    /** @return this; or the usual one where nothing is due any more, so that there is nothing to sort by */
    public Sorting possibleFor(CaseFilter.Shown shown) {
        return column == Column.DUE && shown != CaseFilter.Shown.OPEN ? usual(shown) : this;
    }

    boolean byDue() {
        return column == Column.DUE;
    }

    String key() {
        return column.sql;
    }

    /** @param key what has been selected as {@link #key()} */
    String orderBy(String key) {
        // Never heard from comes before heard from long ago
        String nulls = column.nulls == null ? descending ? " nulls last" : " nulls first" : column.nulls;
        String direction = descending ? " desc" : "";
        return key + direction + nulls + ", l.reference" + direction;
    }
}
