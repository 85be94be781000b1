package org.rovingpm.practice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The API of the NHS register (ORD, the Organisation Reference Data of the Organisation Data Service).
 *
 * @param url     its address; empty where it is not to be asked
 * @param key     sent as the header "apikey"; empty for none
 * @param timeout how long it may stay silent
 */
@ConfigurationProperties("rovingpm.register.api")
record RegisterApiSettings(String url, String key, @DefaultValue("20s") Duration timeout) {
}
