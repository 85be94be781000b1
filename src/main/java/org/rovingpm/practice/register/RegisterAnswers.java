package org.rovingpm.practice.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.PracticeStatus;
import org.rovingpm.practice.file.RefusedRow;
import org.rovingpm.practice.file.RefusedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers about practices that a refresh of the register has received, once all its questions have been asked. */
@Repository
class RegisterAnswers {

    private final JdbcClient jdbc;

    RegisterAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The practices read. What an entry leaves out stays as it is known: one without an address does not mean a move. */
    List<RegisterRow> practices(long refresh) {
        return jdbc.sql("""
                select q.subject, q.name, q.grouping, coalesce(q.icb, s.icb, p.icb) as icb, coalesce(q.sub_icb, p.sub_icb) as sub_icb,
                       case when q.address is null and q.postcode is null then p.address else q.address end as address,
                       case when q.address is null and q.postcode is null then p.postcode else q.postcode end as postcode,
                       coalesce(q.telephone, p.telephone) as telephone, q.status, q.opened_on, q.closed_on
                  from register_question q
                  left join register_question s on s.refresh = q.refresh and s.kind = 'SUB_ICB' and s.subject = q.sub_icb
                  left join practice p on p.ods_code = q.subject
                 where q.refresh = :refresh and q.kind = 'PRACTICE' and q.state = 'READ'""")
                .param("refresh", refresh)
                .query(RegisterAnswers::row)
                .list();
    }

    /** The known practices whose entries the refresh neither read nor found missing. */
    List<OdsCode> unread(long refresh) {
        return jdbc.sql("""
                select ods_code from practice p
                 where in_register and not exists (select from register_question q where q.refresh = :refresh and q.kind = 'PRACTICE'
                       and q.subject = p.ods_code and q.state in ('READ', 'NOT_FOUND'))""")
                .param("refresh", refresh)
                .query((row, number) -> new OdsCode(row.getString(1)))
                .list();
    }

    List<RefusedRow> unreadable(long refresh) {
        return jdbc.sql("""
                select reason from register_question where refresh = :refresh and state = 'UNREADABLE' order by subject limit :most""")
                .param("refresh", refresh)
                .param("most", RefusedRows.MOST_LISTED)
                .query((row, number) -> new RefusedRow(0, row.getString(1)))
                .list();
    }

    long count(long refresh, RegisterQuestion.State... states) {
        return jdbc.sql(
                        "select count(*) from register_question where refresh = :refresh and kind = 'PRACTICE' and state = any(:states)")
                .param("refresh", refresh)
                .param("states", Arrays.stream(states).map(Enum::name).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** How many of the practices that the refresh found unchanged belong to the scheme. */
    long unchangedInScheme(long refresh) {
        return jdbc.sql("""
                select count(*) from practice p where in_scheme and in_register and exists (select from register_question q
                 where q.refresh = :refresh and q.kind = 'PRACTICE' and q.subject = p.ods_code and q.state = 'UNCHANGED')""").param("refresh", refresh).query(Long.class).single();
    }

    /** Records when the entries that were read had last changed, so that the next refresh asks only for later changes. */
    void recordLastChanges(long refresh) {
        jdbc.sql("""
                update practice p set register_changed_on = q.changed_on from register_question q
                 where q.refresh = :refresh and q.kind = 'PRACTICE' and q.state = 'READ' and q.subject = p.ods_code
                   and p.register_changed_on is distinct from q.changed_on""").param("refresh", refresh).update();
    }

    private static RegisterRow row(ResultSet row, int number) throws SQLException {
        String postcode = row.getString("postcode");
        return new RegisterRow(
                0,
                new OdsCode(row.getString("subject")),
                row.getString("name"),
                row.getString("grouping"),
                row.getString("icb"),
                row.getString("address"),
                postcode == null ? null : new Postcode(postcode),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                PracticeStatus.valueOf(row.getString("status")),
                row.getString("sub_icb"),
                row.getString("telephone"));
    }
}
