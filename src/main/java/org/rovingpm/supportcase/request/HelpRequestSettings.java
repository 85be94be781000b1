package org.rovingpm.supportcase.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests for help wait.
 *
 * @param kept  how long a request is kept that nobody goes on writing, and how long the link is good that confirms one
 * @param mails how many such links one e-mail address is sent in that time, whoever asks for them
 */
@ConfigurationProperties("rovingpm.request")
record HelpRequestSettings(
        @DefaultValue("24h") Duration kept,
        @DefaultValue("5") int mails) {}
