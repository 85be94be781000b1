package org.rovingpm.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param from          address that e-mails come from; needed where a mail server is set
 * @param publicAddress where people reach this application, without a slash at the end
 */
@ConfigurationProperties("rovingpm.message")
record MessageSettings(String from, @DefaultValue("http://localhost:8080") String publicAddress) {

    String link(String path) {
        return publicAddress.replaceAll("/+$", "") + path;
    }
}
