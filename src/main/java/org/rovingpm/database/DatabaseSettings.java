package org.rovingpm.database;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is.
 *
 * @param url      JDBC address of a PostgreSQL database
 * @param user     its user
 * @param password the user's password
 */
@ConfigurationProperties("rovingpm.db")
record DatabaseSettings(String url, String user, String password) {
}
