package org.rovingpm.notification.delivery;

import java.util.List;
import java.util.Optional;
import org.rovingpm.account.PasswordLinks;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.notification.LinkedPage;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.recipient.AccountRecipient;
import org.rovingpm.notification.recipient.OriginalRecipient;
import org.rovingpm.notification.recipient.RequesterRecipient;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.request.HelpRequests;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Creates the link in a message when it is sent: a new one each time, of which only a hash is stored. */
@Component
@NamedInterface("delivery")
public class MessageLinks {

    private final QuestionKinds questions;
    private final HelpRequests requests;
    private final PasswordLinks passwords;
    private final List<LinkedPage> pages;
    private final Messages messages;

    MessageLinks(
            QuestionKinds questions,
            HelpRequests requests,
            PasswordLinks passwords,
            List<LinkedPage> pages,
            Messages messages) {
        this.questions = questions;
        this.requests = requests;
        this.passwords = passwords;
        this.pages = List.copyOf(pages);
        this.messages = messages;
    }

    /** Whose link it is: a message to the mailbox of an earlier one goes to the practice of that. */
    private OdsCode practiceOf(Message message) {
        Message first = message.recipient().equals(OriginalRecipient.NAME)
                ? messages.find(Long.parseLong(message.person())).orElse(message)
                : message;
        return OdsCode.of(first.person()).orElse(null);
    }

    /** @return the path of the page that it opens; empty if the message has no link, or its question no longer applies */
    public Optional<String> make(Message message) {
        if (message.question() != null) {
            return Optional.of("/answer/" + questions.link(message.question(), message.id(), practiceOf(message)));
        }
        if (message.recipient().equals(AccountRecipient.NAME)) {
            return passwords.newLink(Long.parseLong(message.person()));
        }
        if (message.recipient().equals(RequesterRecipient.NAME)) {
            return requests.newLink(Long.parseLong(message.person()))
                    .map(link -> "/request-help/confirm/" + link.value());
        }
        return message.body().contains(Message.LINK)
                ? pages.stream().flatMap(page -> page.newLink(message).stream()).findFirst()
                : Optional.empty();
    }
}
