package org.rovingpm.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All practices known, in the scheme or once in it. */
@Repository
public class Practices {

    private static final String SELECT = """
        select p.*, coalesce(exact.latitude, outward.latitude) as latitude, coalesce(exact.longitude, outward.longitude) as longitude,
               exact.postcode is null as approximate
          from practice p
          left join postcode_position exact on exact.postcode = p.postcode
          left join outcode_position outward on outward.outcode = split_part(p.postcode, ' ', 1)
         where p.ods_code""";

    private static final String SAVE = """
        insert into practice (ods_code, name, address, postcode, telephone, icb, sub_icb, status, opened_on, closed_on,
                              list_size, cqc_rating, in_scheme)
        values (:code, :name, :address, :postcode, :telephone, :icb, :subIcb, :status, :openedOn, :closedOn,
                :listSize, :cqcRating, :inScheme)
        on conflict (ods_code) do update set
            name = excluded.name, address = excluded.address, postcode = excluded.postcode, telephone = excluded.telephone,
            icb = excluded.icb, sub_icb = excluded.sub_icb, status = excluded.status, opened_on = excluded.opened_on,
            closed_on = excluded.closed_on, list_size = excluded.list_size, cqc_rating = excluded.cqc_rating,
            in_scheme = excluded.in_scheme""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    Practices(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public Optional<Practice> find(OdsCode code) {
        return jdbc.sql(SELECT + " = :code")
                .param("code", code.value())
                .query(Practices::practice)
                .optional();
    }

    /** @return the name of a known practice */
    public String nameOf(OdsCode code) {
        return jdbc.sql("select name from practice where ods_code = :code")
                .param("code", code.value())
                .query(String.class)
                .single();
    }

    /** @return the names of known practices, in this order: “Hill Surgery, Oak Surgery and Park Surgery” */
    public String nameOf(List<OdsCode> codes) {
        if (codes.size() == 1) {
            return nameOf(codes.get(0));
        }
        Map<OdsCode, Practice> byCode = findAll(codes);
        return inWords(codes.stream().map(code -> byCode.get(code).name()).toList());
    }

    /** @return some names in this order: “Hill Surgery, Oak Surgery and Park Surgery” */
    public static String inWords(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** @return the same where a line has room for one of them, the leading one first: “Hill Surgery and 2 more” */
    public static String inShort(List<String> names) {
        return inShort(names.get(0), names.size());
    }

    /**
     * As {@link #inShort(List)}.
     *
     * @param leading the name of the practice that leads; null stays null
     * @param all     how many practices there are, the leading one among them
     */
    public static String inShort(String leading, int all) {
        return leading == null || all < 2 ? leading : "%s and %d more".formatted(leading, all - 1);
    }

    /** @return the practices of these codes, by code; a code that is not known is left out */
    public Map<OdsCode, Practice> findAll(Collection<OdsCode> codes) {
        return jdbc
                .sql(SELECT + " = any(:codes)")
                .param("codes", codes.stream().map(OdsCode::value).toArray(String[]::new))
                .query(Practices::practice)
                .list()
                .stream()
                .collect(Collectors.toMap(Practice::code, Function.identity()));
    }

    /** Adds the practice or replaces what is known of it. Its position is not saved: it follows from the postcode. */
    @Transactional
    public void save(Practice practice) {
        jdbc.sql(SAVE).paramSource(parameters(practice)).update();
    }

    @Transactional
    public void saveAll(Collection<Practice> practices) {
        batches.batchUpdate(SAVE, practices.stream().map(Practices::parameters).toArray(SqlParameterSource[]::new));
    }

    public long count() {
        return jdbc.sql("select count(*) from practice").query(Long.class).single();
    }

    /** @return how many active practices the scheme serves */
    public long countServed() {
        return jdbc.sql("select count(*) from practice where in_scheme and status = 'ACTIVE'")
                .query(Long.class)
                .single();
    }

    private static SqlParameterSource parameters(Practice practice) {
        return new MapSqlParameterSource()
                .addValue("code", practice.code().value())
                .addValue("name", practice.name())
                .addValue("address", practice.address())
                .addValue(
                        "postcode",
                        practice.postcode() == null ? null : practice.postcode().value())
                .addValue("telephone", practice.telephone())
                .addValue("icb", practice.icb())
                .addValue("subIcb", practice.subIcb())
                .addValue("status", practice.status().name())
                .addValue("openedOn", practice.openedOn(), Types.DATE)
                .addValue("closedOn", practice.closedOn(), Types.DATE)
                .addValue("listSize", practice.listSize(), Types.INTEGER)
                .addValue("cqcRating", practice.cqcRating().name())
                .addValue("inScheme", practice.inScheme());
    }

    private static Practice practice(ResultSet row, int number) throws SQLException {
        String postcode = row.getString("postcode");
        double latitude = row.getDouble("latitude");
        Position position = row.wasNull()
                ? null
                : new Position(latitude, row.getDouble("longitude"), row.getBoolean("approximate"));
        return new Practice(
                new OdsCode(row.getString("ods_code")),
                row.getString("name"),
                row.getString("address"),
                postcode == null ? null : new Postcode(postcode),
                row.getString("telephone"),
                row.getString("icb"),
                row.getString("sub_icb"),
                PracticeStatus.valueOf(row.getString("status")),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getObject("list_size", Integer.class),
                CqcRating.valueOf(row.getString("cqc_rating")),
                row.getBoolean("in_scheme"),
                position);
    }
}
