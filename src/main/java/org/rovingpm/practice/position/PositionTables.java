package org.rovingpm.practice.position;

import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.rovingpm.practice.file.CopiedRows;
import org.rovingpm.practice.file.DatabaseLock;
import org.rovingpm.practice.file.RefusedRows;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads files of positions into their tables. */
@Component
public class PositionTables {

    private static final String STAGE = """
        drop table if exists pg_temp.position_row;
        create temporary table position_row (line bigint, code text, latitude double precision, longitude double precision) on commit drop""";

    private static final String REPEATED = """
        select later.line, later.code, first.line as first_line, count(*) over () as all_of_them
          from position_row later
          join (select code, min(line) as line from position_row group by code having count(*) > 1) first using (code)
         where later.line > first.line
         order by later.line
         limit :most""";

    private static final String POSTCODES = """
        insert into postcode_position (postcode, latitude, longitude)
        select distinct on (code) code, latitude, longitude from position_row order by code, line
        on conflict (postcode) do update set latitude = excluded.latitude, longitude = excluded.longitude
         where (postcode_position.latitude, postcode_position.longitude) is distinct from (excluded.latitude, excluded.longitude)""";

    private static final String OUTCODES = """
        insert into outcode_position (outcode, latitude, longitude, averaged)
        select distinct on (code) code, latitude, longitude, false from position_row order by code, line
        on conflict (outcode) do update set latitude = excluded.latitude, longitude = excluded.longitude, averaged = false
         where (outcode_position.latitude, outcode_position.longitude, outcode_position.averaged)
               is distinct from (excluded.latitude, excluded.longitude, false)""";

    private static final String AVERAGE = """
        insert into outcode_position (outcode, latitude, longitude, averaged)
        select split_part(postcode, ' ', 1), round(avg(latitude::numeric), 6), round(avg(longitude::numeric), 6), true
          from postcode_position group by 1
        on conflict (outcode) do update set latitude = excluded.latitude, longitude = excluded.longitude
         where outcode_position.averaged
           and (outcode_position.latitude, outcode_position.longitude) is distinct from (excluded.latitude, excluded.longitude)""";

    private static final String RECORD_LOADED = """
        insert into position_file (kind, size_bytes, modified_at, loaded_at) values (:kind, :size, :modified, :now)
        on conflict (kind) do update set size_bytes = :size, modified_at = :modified, loaded_at = :now""";

    private final JdbcClient jdbc;
    private final JdbcOperations connections;
    private final Clock clock;

    public PositionTables(JdbcClient jdbc, JdbcOperations connections, Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.clock = clock;
    }

    /** Another instance doing the same waits until this transaction has ended. */
    void lock() {
        DatabaseLock.POSITIONS.take(jdbc);
    }

    boolean isLoaded(PositionKind kind, long size, FileTime modified) {
        return jdbc.sql(
                                "select count(*) from position_file where kind = :kind and size_bytes = :size and modified_at = :modified")
                        .param("kind", kind.name())
                        .param("size", size)
                        .param("modified", stored(modified))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void recordLoaded(PositionKind kind, long size, FileTime modified) {
        jdbc.sql(RECORD_LOADED)
                .param("kind", kind.name())
                .param("size", size)
                .param("modified", stored(modified))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Reads the file into a table of its own. */
    void stage(PositionFile file) {
        connections.execute(STAGE);
        connections.execute((Connection connection) -> {
            try (CopiedRows rows = new CopiedRows(connection, "position_row")) {
                file.<SQLException>read(rows::add);
                rows.finish();
            }
            return null;
        });
        connections.execute("analyze position_row");
    }

    /** Refuses the rows that repeat a code: the first one counts. */
    void refuseRepeated(RefusedRows refused) {
        jdbc.sql(REPEATED).param("most", RefusedRows.MOST_LISTED).query(row -> {
            refused.add(
                    row.getLong("line"),
                    "repeats %s of line %d".formatted(row.getString("code"), row.getLong("first_line")));
            refused.countRest(row.isFirst() ? Math.max(0, row.getLong("all_of_them") - RefusedRows.MOST_LISTED) : 0);
        });
    }

    /** @return how many positions are new or changed */
    int apply(PositionKind kind) {
        return jdbc.sql(kind == PositionKind.POSTCODE ? POSTCODES : OUTCODES).update();
    }

    long staged() {
        return jdbc.sql("select count(distinct code) from position_row")
                .query(Long.class)
                .single();
    }

    /** Brings the fallback up to date for the outward codes that no file gives. */
    void averageOutcodes() {
        jdbc.sql(AVERAGE).update();
    }

    private static Timestamp stored(FileTime modified) {
        return Timestamp.from(modified.toInstant().truncatedTo(ChronoUnit.MICROS));
    }
}
