package org.rovingpm.practicepage;

import java.util.Optional;
import org.rovingpm.notification.LinkedPage;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.practice.OdsCode;
import org.springframework.stereotype.Component;

/** Makes a new link in each message to a practice, for the mailbox that the message goes to. */
@Component
class PageLinkInMessages implements LinkedPage {

    private static final String TO_PRACTICE = "practice";

    private final PageLinks links;
    private final Messages messages;

    PageLinkInMessages(PageLinks links, Messages messages) {
        this.links = links;
        this.messages = messages;
    }

    @Override
    public Optional<String> newLink(Message message) {
        if (!TO_PRACTICE.equals(message.recipient()) || message.reference() == null) {
            return Optional.empty();
        }
        return messages.addressOf(message.id())
                .map(mailbox ->
                        PageLinks.PATH + "/" + links.make(message.reference(), new OdsCode(message.person()), mailbox));
    }
}
