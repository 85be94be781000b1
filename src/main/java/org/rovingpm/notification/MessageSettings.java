package org.rovingpm.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param from          address that e-mails come from; required with a mail server
 * @param publicAddress where people reach this application
 * @param govUkNotify     GOV.UK Notify, instead of a mail server
 */
@ConfigurationProperties("rovingpm.message")
public record MessageSettings(
        String from, @DefaultValue("http://localhost:8080") String publicAddress, GovUkNotify govUkNotify) {

    /**
     * @param apiKey       Notify is not used without it
     * @param template     id of a template whose subject is ((subject)) and whose message is ((body))
     * @param address      of its API
     * @param receiptToken the token that Notify sends with its delivery receipts; without it none is accepted
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
