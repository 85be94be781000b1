package org.rovingpm.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a snapshot from before the first release left in its database, as far as the start looks at it. */
public final class EarlierSnapshot {

    private EarlierSnapshot() {}

    public static void makeHistory(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                create table flyway_schema_history (installed_rank integer primary key, version varchar(50), description varchar(200) not null,
                    type varchar(20) not null, script varchar(1000) not null, checksum integer, installed_by varchar(100) not null,
                    installed_on timestamp not null default now(), execution_time integer not null, success boolean not null)""");
            statement.execute("""
                insert into flyway_schema_history values
                    (1, '1', 'create practice', 'SQL', 'V1__create_practice.sql', 1234, 'rovingpm', now(), 9, true),
                    (2, '2', 'create support case', 'SQL', 'V2__create_support_case.sql', 5678, 'rovingpm', now(), 9, true),
                    (3, '30', 'index messages by what is asked', 'SQL', 'V30__index_messages_by_what_is_asked.sql', 9, 'rovingpm', now(), 9, true)""");
        }
    }
}
