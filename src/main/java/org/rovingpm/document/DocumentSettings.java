package org.rovingpm.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner.
 *
 * @param host    where clamd listens; nothing is scanned where it is not set
 * @param port    of it
 * @param timeout how long the scan of one document may take in all
 */
@ConfigurationProperties("rovingpm.clamav")
record DocumentSettings(
        String host,
        @DefaultValue("3310") int port,
        @DefaultValue("30s") Duration timeout) {}
