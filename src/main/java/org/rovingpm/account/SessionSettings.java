package org.rovingpm.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a session ends.
 *
 * @param idle    without use
 * @param longest whatever happens
 * @param confirm how long an entered password counts before it is asked again for a change to an account
 */
@ConfigurationProperties("rovingpm.session")
public record SessionSettings(
        @DefaultValue("4h") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("10m") Duration confirm) {}
