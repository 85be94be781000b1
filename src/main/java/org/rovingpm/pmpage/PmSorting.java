package org.rovingpm.pmpage;

/** By what the list of PMs is sorted, and which way. Those who are equal in it stand by name. */
public record PmSorting(Column column, boolean descending) {

    /** What there is first: names from A. */
    public static final PmSorting USUAL = new PmSorting(Column.NAME, false);

    /** A column by which it can be sorted. */
    public enum Column {
        NAME("name"),
        LOAD("placed"),
        FREE("free"),
        NEXT_FREE("next_free"),
        REPORT("last_report"),
        CREDENTIALS("least(dbs_valid_until, agreement_valid_until)");

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }
    }

    String orderBy() {
        return column.sql + (descending ? " desc" : "") + " nulls last, name, user_id";
    }
}
