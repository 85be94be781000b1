package org.rovingpm.notification.queue;

import org.rovingpm.referral.ReferredOn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the practices of a case to where they are referred. No step waits for it. */
@Component
class NotifyOfReferral {

    private static final String TEMPLATE = "referred-on";

    private final QueueMessage queueMessage;

    NotifyOfReferral(QueueMessage queueMessage) {
        this.queueMessage = queueMessage;
    }

    @EventListener
    void tell(ReferredOn referred) {
        queueMessage.queue(
                TEMPLATE,
                referred.reference(),
                new QueueMessage.Moment("referredOn", Long.toString(referred.referral())));
    }
}
