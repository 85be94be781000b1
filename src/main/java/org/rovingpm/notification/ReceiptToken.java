package org.rovingpm.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** What GOV.UK Notify has to say for its receipts to be believed. */
@Component
public class ReceiptToken {

    private final MessageSettings settings;

    ReceiptToken(MessageSettings settings) {
        this.settings = settings;
    }

    /** @return whether it is the token; never where none is set. Takes the same time whatever is given */
    public boolean is(String given) {
        String token =
                settings.govUkNotify() == null ? null : settings.govUkNotify().receiptToken();
        return token != null
                && !token.isBlank()
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
