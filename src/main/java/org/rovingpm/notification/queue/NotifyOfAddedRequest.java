package org.rovingpm.notification.queue;

import org.rovingpm.supportcase.request.RequestAdded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the coordinators what a practice has added to its open case, even if the case is on hold. No step waits for it. */
@Component
class NotifyOfAddedRequest {

    private static final String TEMPLATE = "request-added";

    private final QueueMessage queueMessage;

    NotifyOfAddedRequest(QueueMessage queueMessage) {
        this.queueMessage = queueMessage;
    }

    @EventListener
    void tell(RequestAdded added) {
        queueMessage.queue(
                TEMPLATE, added.reference(), new QueueMessage.Moment("requestAdded", Long.toString(added.request())));
    }
}
