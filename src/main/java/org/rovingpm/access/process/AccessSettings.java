package org.rovingpm.access.process;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator, made when there is none.
 *
 * @param user     the user id to sign in with
 * @param password a first password that keeps the password policy
 */
@ConfigurationProperties("rovingpm.admin")
record AccessSettings(String user, String password) {}
