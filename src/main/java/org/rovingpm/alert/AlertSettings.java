package org.rovingpm.alert;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Alerts to the team's chat.
 *
 * @param url          the chat's incoming webhook, which is a secret; empty for no alerts
 * @param shape        the format of its messages
 * @param practiceName whether an alert may name the practice
 */
@ConfigurationProperties("rovingpm.alert")
record AlertSettings(
        String url,
        @DefaultValue("TEAMS") AlertShape shape,
        @DefaultValue("false") boolean practiceName) {}
