package org.rovingpm.database;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is. The demonstration brings a database along where these are not set; otherwise all three are needed.
 *
 * @param url      JDBC address of a PostgreSQL database
 * @param user     its user
 * @param password the user's password
 */
@ConfigurationProperties("rovingpm.db")
record DatabaseSettings(String url, String user, String password) {}
