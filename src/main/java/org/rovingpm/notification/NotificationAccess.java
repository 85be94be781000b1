package org.rovingpm.notification;

import static org.rovingpm.access.Audience.holders;
import static org.rovingpm.access.Role.PROCESS_MANAGER;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Who may change message templates, and who may report on deliveries. Sending messages has no tasks for people. */
@Component
class NotificationAccess implements ModuleAccess {

    private final ReceiptToken receipts;

    NotificationAccess(ReceiptToken receipts) {
        this.receipts = receipts;
    }

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under("/templates")
                        .usedBy(SERVICE_MANAGER, PROCESS_MANAGER)
                        .inMenu(60, "Templates"),
                Page.at("/notify/receipts")
                        .through(Door.SERVICE)
                        .writtenBy(holders(receipts::is))
                        .where(receipts.isSet()));
    }

    @Override
    public List<ProcessAccess> processes() {
        return List.of(
                ProcessAccess.to(MessageDeliveryProcess.KEY),
                ProcessAccess.to(MorningDigestProcess.KEY),
                ProcessAccess.to(ReturnedMailProcess.KEY));
    }
}
