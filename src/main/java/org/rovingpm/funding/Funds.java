package org.rovingpm.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rovingpm.submission.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All funds, open and closed. */
@Repository
public class Funds {

    private final JdbcClient jdbc;
    private final Clock clock;

    Funds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the funds from which money can be committed today, by name; at most 100 */
    public List<Fund> open() {
        return jdbc.sql("""
                select * from fund_balance where opens_on <= :today and (closes_on is null or closes_on >= :today)
                order by name limit 100""")
                .param("today", LocalDate.now(clock))
                .query(Funds::fund)
                .list();
    }

    /** @return open ones first, then by name */
    public List<Fund> all(int first, int most) {
        return jdbc.sql("""
                select * from fund_balance
                order by (opens_on <= :today and (closes_on is null or closes_on >= :today)) desc, name
                offset :first limit :most""")
                .param("today", LocalDate.now(clock))
                .param("first", first)
                .param("most", most)
                .query(Funds::fund)
                .list();
    }

    public Optional<Fund> find(String code) {
        return jdbc.sql("select * from fund_balance where code = :code")
                .param("code", code)
                .query(Funds::fund)
                .optional();
    }

    /** @return the fund, or a refusal that says that there is no fund of that code */
    public Fund get(String code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    /** @return the fund, held until this transaction ends, so that nobody else commits its money meanwhile */
    Fund locked(String code) {
        jdbc.sql("select code from fund where code = :code for no key update")
                .param("code", code)
                .query()
                .listOfRows();
        return get(code);
    }

    void add(String code, String name, LocalDate opensOn, LocalDate closesOn) {
        jdbc.sql("insert into fund (code, name, opens_on, closes_on) values (:code, :name, :opensOn, :closesOn)")
                .param("code", code)
                .param("name", name)
                .param("opensOn", opensOn)
                .param("closesOn", closesOn, Types.DATE)
                .update();
    }

    boolean nameTaken(String name) {
        return jdbc.sql("select exists (select from fund where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void close(String code, LocalDate closesOn) {
        jdbc.sql("update fund set closes_on = :closesOn where code = :code")
                .param("closesOn", closesOn)
                .param("code", code)
                .update();
    }

    private static Refusal unknown(String code) {
        return new Refusal("fund", "There is no fund “%s”: choose one of the funds offered.".formatted(code));
    }

    private static Fund fund(ResultSet row, int number) throws SQLException {
        return new Fund(
                row.getString("code"),
                row.getString("name"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getBigDecimal("allocated"),
                row.getBigDecimal("committed"),
                row.getBigDecimal("spent"));
    }
}
