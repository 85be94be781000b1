package org.rovingpm.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner.
 *
 * @param host    host of clamd; nothing is scanned without it
 * @param port    of it
 * @param timeout the longest time for one scan
 */
@ConfigurationProperties("rovingpm.clamav")
record DocumentSettings(
        String host,
        @DefaultValue("3310") int port,
        @DefaultValue("30s") Duration timeout) {}
