package org.rovingpm.notification.queue;

import org.rovingpm.supportcase.practices.PracticeAdded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the practices of a case that another one has joined it, and that one what it has joined. No step waits for it. */
@Component
class NotifyOfAddedPractice {

    private static final String TEMPLATE = "practice-added";

    private final QueueMessage queueMessage;

    NotifyOfAddedPractice(QueueMessage queueMessage) {
        this.queueMessage = queueMessage;
    }

    @EventListener
    void tell(PracticeAdded added) {
        queueMessage.queue(
                TEMPLATE,
                added.reference(),
                new QueueMessage.Moment("practiceAdded", added.practice().value()));
    }
}
