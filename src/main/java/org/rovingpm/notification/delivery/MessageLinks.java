package org.rovingpm.notification.delivery;

import java.util.List;
import java.util.Optional;
import org.rovingpm.account.PasswordLinks;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.notification.LinkedPage;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.recipient.AccountRecipient;
import org.rovingpm.notification.recipient.RequesterRecipient;
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

    MessageLinks(QuestionKinds questions, HelpRequests requests, PasswordLinks passwords, List<LinkedPage> pages) {
        this.questions = questions;
        this.requests = requests;
        this.passwords = passwords;
        this.pages = List.copyOf(pages);
    }

    /** @return the path of the page that it opens; empty if the message has no link, or its question no longer applies */
    public Optional<String> make(Message message) {
        if (message.question() != null) {
            return Optional.of("/answer/" + questions.link(message.question(), message.id()));
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
