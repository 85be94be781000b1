package org.rovingpm.supportcase.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long requests for help are stored, and how many links are sent.
 *
 * @param expiry how long a request is stored that nobody goes on writing, and how long the link that confirms one is valid
 * @param links  how many such links one e-mail address is sent in that time, whoever asks for them
 */
@ConfigurationProperties("rovingpm.request")
record HelpRequestSettings(
        @DefaultValue("24h") Duration expiry,
        @DefaultValue("5") int links) {}
