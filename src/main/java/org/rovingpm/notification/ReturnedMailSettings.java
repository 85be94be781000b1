package org.rovingpm.notification;

import org.rovingpm.start.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox for e-mails that could not be delivered.
 *
 * @param host     host of its server; no mailbox is read without it
 * @param port     port of that server; by default the usual one of the protocol
 * @param user     of the mailbox
 * @param password of the user
 * @param protocol imaps, or imap
 * @param address  the address to which mail servers return e-mails; by default the address that they come from
 * @param replyAddress the address to which people answer e-mails; its mail, with anything behind a plus before the @, must come
 *                     into this mailbox. Answers are not read without it
 */
@ConfigurationProperties("rovingpm.returned-mail")
public record ReturnedMailSettings(
        String host,
        Integer port,
        String user,
        String password,
        @DefaultValue("imaps") String protocol,
        String address,
        String replyAddress) {

    /** Nothing is set. */
    public static final ReturnedMailSettings NONE =
            new ReturnedMailSettings(null, null, null, null, "imaps", null, null);

    public boolean isSet() {
        return has(host);
    }

    public boolean hasAddress() {
        return isSet() && has(address);
    }

    /** Whether what people write back is read and filed with its case. */
    public boolean takesReplies() {
        return isSet() && has(replyAddress);
    }

    /** Refuses to start if the settings are incomplete or invalid. */
    public void check() {
        if (!isSet()) {
            if (port != null || has(user) || has(password) || has(address) || has(replyAddress)) {
                throw new StartRefused(
                        "Some settings of a mailbox for returned mail are set (ROVINGPM_RETURNED_MAIL_…), but not its host.",
                        "Set ROVINGPM_RETURNED_MAIL_HOST, or take the others out, and start again.");
            }
            return;
        }
        if (!has(user) || !has(password)) {
            throw new StartRefused(
                    "A mailbox for returned mail is set (ROVINGPM_RETURNED_MAIL_HOST), but not its user and password.",
                    "Set ROVINGPM_RETURNED_MAIL_USER and ROVINGPM_RETURNED_MAIL_PASSWORD and start again.");
        }
        if (!protocol.equals("imaps") && !protocol.equals("imap")) {
            throw new StartRefused(
                    "Returned mail cannot be read by “%s”.".formatted(protocol),
                    "Set ROVINGPM_RETURNED_MAIL_PROTOCOL to imaps or imap, or take it out, and start again.");
        }
        if (has(replyAddress) && !replyAddress.matches("[^\\s<>@+]{1,30}@[^\\s<>@]+")) {
            throw new StartRefused(
                    "E-mails cannot be answered to “%s”.".formatted(replyAddress),
                    "Set ROVINGPM_RETURNED_MAIL_REPLY_ADDRESS to an address alone, without a plus and with at most 30 letters before the @, such as scheme@example.org, and start again.");
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
