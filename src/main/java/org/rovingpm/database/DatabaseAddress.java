package org.rovingpm.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The address of the database, with the limits that each connection gets whatever the address itself says. */
record DatabaseAddress(String url, String user, String password) {

    private static final int CONNECT_SECONDS = 10;

    DatabaseAddress(DatabaseSettings settings) {
        this(settings.url(), settings.user(), settings.password());
    }

    /**
     * @param silence how long an answer may take
     * @throws IllegalArgumentException where the address is none
     */
    DataSource connectingWithin(Duration silence) {
        PGSimpleDataSource address = new PGSimpleDataSource();
        address.setUrl(url);
        address.setUser(user);
        address.setPassword(password);
        address.setConnectTimeout(CONNECT_SECONDS);
        address.setSocketTimeout(Math.max(1, (int) silence.toSeconds()));
        address.setTcpKeepAlive(true);
        // The server's details quote rows, and whatever fails may get into the log
        address.setLogServerErrorDetail(false);
        // What the engine writes of many steps at once goes in one statement a table
        address.setReWriteBatchedInserts(true);
        if (address.getSocketFactory() == null) {
            address.setSocketFactory(KeptAliveSockets.class.getName());
        }
        return address;
    }
}
