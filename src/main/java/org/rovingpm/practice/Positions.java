package org.rovingpm.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where postcodes are: exactly, or else the middle of their outward code. */
@Repository
public class Positions {

    private static final String SELECT = """
        select p.postcode, coalesce(exact.latitude, outward.latitude) as latitude,
               coalesce(exact.longitude, outward.longitude) as longitude, exact.postcode is null as approximate
          from unnest(:postcodes::text[]) as p(postcode)
          left join postcode_position exact on exact.postcode = p.postcode
          left join outcode_position outward on outward.outcode = split_part(p.postcode, ' ', 1)
         where exact.postcode is not null or outward.outcode is not null""";

    private final JdbcClient jdbc;

    Positions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return where the postcode is, or empty if that is not known or it is no postcode */
    public Optional<Position> of(String postcode) {
        return Postcode.of(postcode).flatMap(this::of);
    }

    public Optional<Position> of(Postcode postcode) {
        return Optional.ofNullable(ofAll(List.of(postcode)).get(postcode));
    }

    /** @return the positions of these postcodes, by one query; a postcode whose position is not known is left out */
    public Map<Postcode, Position> ofAll(Collection<Postcode> postcodes) {
        return jdbc
                .sql(SELECT)
                .param(
                        "postcodes",
                        postcodes.stream().map(Postcode::value).distinct().toArray(String[]::new))
                .query(Positions::entry)
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<Postcode, Position> entry(ResultSet row, int number) throws SQLException {
        return Map.entry(
                new Postcode(row.getString("postcode")),
                new Position(row.getDouble("latitude"), row.getDouble("longitude"), row.getBoolean("approximate")));
    }
}
