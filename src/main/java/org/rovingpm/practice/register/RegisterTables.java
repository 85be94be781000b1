package org.rovingpm.practice.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.file.CopiedRows;
import org.rovingpm.practice.file.DatabaseLock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares a register with the known practices and applies it, in a few statements. All steps need one transaction. */
@Component
public class RegisterTables {

    private static final String STAGE = """
        drop table if exists pg_temp.register_row;
        drop table if exists pg_temp.register_unread;
        create temporary table register_row (ods_code text primary key, name text, address text, postcode text, telephone text,
            icb text, sub_icb text, status text, opened_on date, closed_on date, in_scheme boolean) on commit drop;
        create temporary table register_unread (ods_code text primary key) on commit drop""";

    private static final String CHANGES = """
        select r.ods_code, change.kind, change.before, change.after
          from register_row r
          join practice p using (ods_code)
         cross join lateral (values
               ('RENAMED', p.name, r.name),
               ('MOVED', concat_ws(', ', p.address, p.postcode), concat_ws(', ', r.address, r.postcode)),
               (case when r.status = 'CLOSED' then 'CLOSED'
                     when r.status = 'ACTIVE' and p.status in ('CLOSED', 'DORMANT') then 'REOPENED'
                     else 'CHANGED_STATUS' end, p.status, r.status),
               ('MOVED_BETWEEN_ICBS', p.icb, r.icb),
               (case when r.in_scheme then 'JOINED_SCHEME' else 'LEFT_SCHEME' end,
                case when p.in_scheme then 'in' else 'out' end, case when r.in_scheme then 'in' else 'out' end),
               ('CHANGED_DETAILS',
                concat_ws(', ', p.telephone, p.sub_icb, 'opened ' || p.opened_on, 'closed ' || p.closed_on),
                concat_ws(', ', r.telephone, r.sub_icb, 'opened ' || r.opened_on, 'closed ' || r.closed_on)))
               as change(kind, before, after)
         where change.before is distinct from change.after
         order by r.ods_code, change.kind""";

    private static final String UPDATE = """
        update practice p
           set name = r.name, address = r.address, postcode = r.postcode, telephone = r.telephone, icb = r.icb, sub_icb = r.sub_icb,
               status = r.status, opened_on = r.opened_on, closed_on = r.closed_on, in_scheme = r.in_scheme, in_register = true,
               register_changed_on = null
          from register_row r
         where r.ods_code = p.ods_code
           and (p.name, p.address, p.postcode, p.telephone, p.icb, p.sub_icb, p.status, p.opened_on, p.closed_on, p.in_scheme, p.in_register)
               is distinct from
               (r.name, r.address, r.postcode, r.telephone, r.icb, r.sub_icb, r.status, r.opened_on, r.closed_on, r.in_scheme, true)""";

    private static final String INSERT = """
        insert into practice (ods_code, name, address, postcode, telephone, icb, sub_icb, status, opened_on, closed_on,
                              in_scheme, in_register)
        select ods_code, name, address, postcode, telephone, icb, sub_icb, status, opened_on, closed_on, true, true
          from register_row r
         where in_scheme and not exists (select from practice p where p.ods_code = r.ods_code)
        returning ods_code, 'NEW' as kind, null as before, name as after""";

    private static final String MISSING = """
          from practice p
         where in_register
           and not exists (select from register_row r where r.ods_code = p.ods_code)
           and not exists (select from register_unread u where u.ods_code = p.ods_code)""";

    private static final String LEAVE = """
        with missing as (select ods_code, name, in_scheme""" + "\n" + MISSING + """
        ), left_register as (
            update practice set in_register = false, in_scheme = false where ods_code in (select ods_code from missing))
        select ods_code, 'NO_LONGER_LISTED' as kind, name as before, null as after from missing
        union all
        select ods_code, 'LEFT_SCHEME', 'in', 'out' from missing where in_scheme
        order by ods_code, kind""";

    private final JdbcClient jdbc;
    private final JdbcOperations connections;

    public RegisterTables(JdbcClient jdbc, JdbcOperations connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /**
     * Loads a register into a temporary table; another instance doing the same waits until this transaction has ended.
     *
     * @param unread practices that are also in the register, but whose entries were not or could not be read
     */
    void stage(Collection<RegisterRow> practices, Collection<OdsCode> unread, String icb) {
        DatabaseLock.PRACTICES.take(jdbc);
        connections.execute(STAGE);
        connections.execute((Connection connection) -> {
            copy(connection, practices, unread, icb);
            return null;
        });
        connections.execute("analyze register_row");
    }

    long countKnown() {
        return jdbc.sql("select count(*) from practice where in_register")
                .query(Long.class)
                .single();
    }

    long countMissing() {
        return jdbc.sql("select count(*) " + MISSING).query(Long.class).single();
    }

    List<RegisterChange> changes() {
        return changes(CHANGES);
    }

    void update() {
        jdbc.sql(UPDATE).update();
    }

    List<RegisterChange> insert() {
        return changes(INSERT);
    }

    List<RegisterChange> leave() {
        return changes(LEAVE);
    }

    private List<RegisterChange> changes(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> new RegisterChange(
                        new OdsCode(row.getString("ods_code")),
                        RegisterChange.Kind.valueOf(row.getString("kind")),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }

    private static void copy(
            Connection connection, Collection<RegisterRow> practices, Collection<OdsCode> unread, String icb)
            throws SQLException {
        try (CopiedRows rows = new CopiedRows(connection, "register_row")) {
            for (RegisterRow row : practices) {
                rows.add(
                        row.code(),
                        row.name(),
                        row.address(),
                        row.postcode(),
                        row.telephone(),
                        row.icb(),
                        row.subIcb(),
                        row.status(),
                        row.openedOn(),
                        row.closedOn(),
                        row.isServed(icb));
            }
            rows.finish();
        }
        try (CopiedRows rows = new CopiedRows(connection, "register_unread")) {
            for (OdsCode code : unread) {
                rows.add(code);
            }
            rows.finish();
        }
    }
}
