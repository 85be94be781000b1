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
        String token =
                settings.govUkNotify() == null ? null : settings.govUkNotify().receiptToken();
        return token != null
                && !token.isBlank()
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
