package org.rovingpm.casechange;

import org.rovingpm.hiddencase.OpenedInEmergency;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the people of the office who are named on a confidential case that somebody else has opened it. */
@Component
class TellNamedPeople {

    private static final String TEMPLATE = "opened-in-emergency";

    private final QueueMessage queueMessage;
    private final Timeline timeline;

    TellNamedPeople(QueueMessage queueMessage, Timeline timeline) {
        this.queueMessage = queueMessage;
        this.timeline = timeline;
    }

    @EventListener
    void on(OpenedInEmergency opened) {
        queueMessage.queue(
                TEMPLATE,
                opened.reference(),
                new QueueMessage.Moment("openedInEmergency", opened.who() + " " + timeline.count(opened.reference())));
    }
}
