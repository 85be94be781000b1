package org.rovingpm.practice.position;

import java.util.Map;
import org.rovingpm.practice.Position;
import org.rovingpm.practice.Postcode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds positions that no file holds, such as those of demonstration data. */
@Component
@NamedInterface("position")
public class AddPositions {

    private static final String ADD = """
        insert into postcode_position (postcode, latitude, longitude) values (:postcode, :latitude, :longitude)
        on conflict (postcode) do update set latitude = excluded.latitude, longitude = excluded.longitude""";

    private final NamedParameterJdbcOperations batches;
    private final PositionTables tables;

    AddPositions(NamedParameterJdbcOperations batches, PositionTables tables) {
        this.batches = batches;
        this.tables = tables;
    }

    @Transactional
    public void add(Map<Postcode, Position> positions) {
        batches.batchUpdate(
                ADD, positions.entrySet().stream().map(AddPositions::parameters).toArray(SqlParameterSource[]::new));
        tables.averageOutcodes();
    }

    private static SqlParameterSource parameters(Map.Entry<Postcode, Position> entry) {
        return new MapSqlParameterSource()
                .addValue("postcode", entry.getKey().value())
                .addValue("latitude", entry.getValue().latitude())
                .addValue("longitude", entry.getValue().longitude());
    }
}
