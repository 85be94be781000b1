package org.rovingpm.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param from          address that e-mails come from; needed where a mail server is set
 * @param publicAddress where people reach this application
 * @param govUkNotify     GOV.UK Notify, in the place of a mail server
 */
@ConfigurationProperties("rovingpm.message")
public record MessageSettings(
        String from, @DefaultValue("http://localhost:8080") String publicAddress, GovUkNotify govUkNotify) {

    /**
     * @param apiKey       without it Notify is not used
     * @param template     id of a template whose subject is ((subject)) and whose message is ((body))
     * @param address      of its API
     * @param receiptToken what Notify says in its delivery receipts to be believed; without it none is
     */
    public record GovUkNotify(
            String apiKey,
            String template,

            @DefaultValue("https://api.notifications.service.gov.uk")
            String address,

            String receiptToken) {}

    public String link(String path) {
        return publicAddress.replaceAll("/+$", "") + path;
    }

    public boolean usesNotify() {
        return govUkNotify != null && govUkNotify.apiKey() != null;
    }
}
