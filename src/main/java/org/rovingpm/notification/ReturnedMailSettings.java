package org.rovingpm.notification;

import org.rovingpm.start.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which e-mails come back that could not be delivered.
 *
 * @param host     of its server; no mailbox is read where it is not set
 * @param port     of that server; the usual one of the protocol where it is not set
 * @param user     of the mailbox
 * @param password of the user
 * @param protocol imaps, or imap
 * @param address  where mail servers return e-mails to; the address that they come from where it is not set
 */
@ConfigurationProperties("rovingpm.returned-mail")
public record ReturnedMailSettings(
        String host,
        Integer port,
        String user,
        String password,
        @DefaultValue("imaps") String protocol,
        String address) {

    /** Nothing is set. */
    public static final ReturnedMailSettings NONE = new ReturnedMailSettings(null, null, null, null, "imaps", null);

    public boolean isSet() {
        return has(host);
    }

    public boolean hasAddress() {
        return isSet() && has(address);
    }

    /** Refuses the start where only some of it is set, or what is set cannot be. */
    public void check() {
        if (!isSet()) {
            if (port != null || has(user) || has(password) || has(address)) {
                throw new StartRefused(
                        "Something of a mailbox for returned mail is set (ROVINGPM_RETURNED_MAIL_…), but not where it is.",
                        "Set ROVINGPM_RETURNED_MAIL_HOST, or take the others out, and start again.");
            }
            return;
        }
        if (!has(user) || !has(password)) {
            throw new StartRefused(
                    "A mailbox for returned mail is set (ROVINGPM_RETURNED_MAIL_HOST), but not who reads it.",
                    "Set ROVINGPM_RETURNED_MAIL_USER and ROVINGPM_RETURNED_MAIL_PASSWORD and start again.");
        }
        if (!protocol.equals("imaps") && !protocol.equals("imap")) {
            throw new StartRefused(
                    "Returned mail cannot be read by “%s”.".formatted(protocol),
                    "Set ROVINGPM_RETURNED_MAIL_PROTOCOL to imaps or imap, or take it out, and start again.");
        }
        if (has(address) && !address.matches("[^\\s<>@]+@[^\\s<>@]+")) {
            throw new StartRefused(
                    "Mail cannot be returned to “%s”.".formatted(address),
                    "Set ROVINGPM_RETURNED_MAIL_ADDRESS to an address alone, such as returned@example.org, and start again.");
        }
    }

    private static boolean has(String setting) {
        return setting != null && !setting.isBlank();
    }
}
