package org.rovingpm.account.factor;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what the seeds of second factors are encrypted in the database.
 *
 * @param key 32 random bytes in Base64; without it nobody can set up a second factor
 */
@ConfigurationProperties("rovingpm.second-factor")
record SecondFactorSettings(String key) {}
