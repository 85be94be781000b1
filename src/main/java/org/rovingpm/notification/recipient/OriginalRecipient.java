package org.rovingpm.notification.recipient;

import java.util.List;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/**
 * The mailbox that an earlier message went to, even if the case has another contact now. It is known by the number of
 * that message.
 */
@Component
public class OriginalRecipient implements RecipientSource {

    public static final String NAME = "first-mailbox";

    private final Messages messages;

    OriginalRecipient(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "the mailbox of the first message";
    }

    @Override
    public List<Recipient> of(CaseReference reference) {
        return List.of();
    }

    @Override
    public Recipient findAgain(CaseReference reference, String first, String name) {
        return messages.addressOf(Long.parseLong(first))
                .map(address -> Recipient.of(first, name, address))
                .orElseGet(() -> Recipient.unreachable(first, name, "The first message was not sent to a mailbox."));
    }
}
