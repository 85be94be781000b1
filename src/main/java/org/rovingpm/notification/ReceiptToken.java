package org.rovingpm.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** The token that GOV.UK Notify must send with its receipts. */
@Component
public class ReceiptToken {

    private final MessageSettings settings;

    ReceiptToken(MessageSettings settings) {
        this.settings = settings;
    }

    /** @return whether it is the token; always false if none is set. Takes constant time */
    public boolean is(String given) {
        return isSet()
                && MessageDigest.isEqual(
                        settings.govUkNotify().receiptToken().getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether receipts are accepted at all. */
    boolean isSet() {
        return settings.govUkNotify() != null
                && settings.govUkNotify().receiptToken() != null
                && !settings.govUkNotify().receiptToken().isBlank();
    }
}
