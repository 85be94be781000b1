package org.rovingpm.caselist.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.rovingpm.calendar.SchemeTime;

/** A kind of file for spreadsheets. */
interface CaseFile {

    /** A column: its heading, and its value in a row, a text, a day or null. */
    record Column(String heading, Function<CaseRow, Object> value) {}

    /** What both kinds hold. */
    List<Column> COLUMNS = List.of(
            new Column("Case", row -> row.listed().reference()),
            new Column("Practice", CaseRow::practices),
            new Column("ODS code", row -> String.join(", ", row.listed().odsCodes())),
            new Column("Area", row -> row.listed().area()),
            new Column("Stage", row -> row.listed().stage().label()),
            new Column("Advice only", row -> row.adviceOnly() ? "Yes" : null),
            new Column("RAG", CaseRow::rating),
            new Column("PM", row -> row.listed().pmName()),
            new Column("Waiting for", CaseRow::waitingFor),
            new Column("Task", CaseRow::task),
            new Column("Next due", row -> day(row.due())),
            new Column("Last check-in", row -> day(row.listed().lastCheckInAt())),
            new Column("Requested", row -> day(row.listed().requestedAt())),
            new Column("Closed", row -> day(row.listed().closedAt())));

    String contentType();

    /** @param lastWords a sentence below the rows; null for none */
    void write(List<CaseRow> rows, String lastWords, OutputStream to) throws IOException;

    private static LocalDate day(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, SchemeTime.ZONE);
    }
}
