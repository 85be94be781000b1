package org.rovingpm.practicepage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.rovingpm.notification.queue.NotifyPerson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a new link in place of an expired one, to the mailbox of the practice's contact and to no other, at most once a day. */
@Component
public class RenewPageLink {

    private static final String TEMPLATE = "practice-page";

    private final PageLinks links;
    private final NotifyPerson notifyPerson;
    private final Clock clock;

    RenewPageLink(PageLinks links, NotifyPerson notifyPerson, Clock clock) {
        this.links = links;
        this.notifyPerson = notifyPerson;
        this.clock = clock;
    }

    /** Does nothing for a link that works, has ended, or was never sent: the page says the same in every case. */
    @Transactional
    public void renew(String token) {
        links.find(token)
                .filter(link -> link.status() == PageLink.Status.EXPIRED)
                .ifPresent(link -> notifyPerson.tell(
                        TEMPLATE,
                        link.reference(),
                        link.practice().value(),
                        "practice-page:%s:%s:%s"
                                .formatted(link.reference(), link.practice().value(), LocalDate.now(clock)),
                        Map.of()));
    }
}
