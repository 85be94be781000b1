package org.rovingpm.schemestart.row;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.rovingpm.schemestart.sheet.SheetRow;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases were imported, by what the scheme called them before. */
@Repository
class ImportedCases {

    static final String KEY = "ownReference";

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportedCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String ownReference(SheetRow row) {
        return row.text(KEY).toLowerCase(Locale.ROOT);
    }

    Optional<CaseReference> find(SheetRow row) {
        return jdbc.sql("select case_reference from imported_case where lower(own_reference) = :own")
                .param("own", ownReference(row))
                .query(String.class)
                .optional()
                .map(CaseReference::new);
    }

    void add(SheetRow row, CaseReference reference, long file, String who) {
        jdbc.sql("""
                insert into imported_case (own_reference, case_reference, file_id, imported_at, imported_by)
                values (:own, :reference, :file, :at, :who)""")
                .param("own", row.text(KEY))
                .param("reference", reference.value())
                .param("file", file)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }
}
