package org.rovingpm.notification.web;

import java.util.Map;
import org.rovingpm.notification.delivery.ReceiptToken;
import org.rovingpm.notification.delivery.RecordDeliveryReport;
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
class NotifyDeliveryReports {

    private static final String BEARER = "Bearer ";

    private final ReceiptToken token;
    private final RecordDeliveryReport recordDeliveryReport;

    NotifyDeliveryReports(ReceiptToken token, RecordDeliveryReport recordDeliveryReport) {
        this.token = token;
        this.recordDeliveryReport = recordDeliveryReport;
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
            recordDeliveryReport.take(reference, status);
        }
    }
}
