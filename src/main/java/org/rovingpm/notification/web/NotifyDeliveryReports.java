package org.rovingpm.notification.web;

import java.util.Map;
import org.rovingpm.notification.delivery.RecordDeliveryReport;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Receives GOV.UK Notify's delivery receipts. Calls without the agreed token are refused before they reach this. */
@RestController
class NotifyDeliveryReports {

    private final RecordDeliveryReport recordDeliveryReport;

    NotifyDeliveryReports(RecordDeliveryReport recordDeliveryReport) {
        this.recordDeliveryReport = recordDeliveryReport;
    }

    @PostMapping("/notify/receipts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receipt(@RequestBody(required = false) Map<String, Object> receipt) {
        if (receipt != null
                && receipt.get("reference") instanceof String reference
                && receipt.get("status") instanceof String status) {
            recordDeliveryReport.take(reference, status);
        }
    }
}
