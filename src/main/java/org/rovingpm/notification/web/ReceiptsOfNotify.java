package org.rovingpm.notification.web;

import java.util.Map;
import org.rovingpm.notification.ReceiptToken;
import org.rovingpm.notification.TakeReceipt;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where GOV.UK Notify sends its delivery receipts, with the token that was agreed with it. */
@RestController
class ReceiptsOfNotify {

    private static final String BEARER = "Bearer ";

    private final ReceiptToken token;
    private final TakeReceipt takeReceipt;

    ReceiptsOfNotify(ReceiptToken token, TakeReceipt takeReceipt) {
        this.token = token;
        this.takeReceipt = takeReceipt;
    }

    @PostMapping("/notify/receipts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receipt(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) Map<String, Object> receipt) {
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || !token.is(authorization.substring(BEARER.length()))) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        if (receipt != null
                && receipt.get("reference") instanceof String reference
                && receipt.get("status") instanceof String status) {
            takeReceipt.take(reference, status);
        }
    }
}
