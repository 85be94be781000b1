package org.rovingpm.notification.delivery;

import java.time.Clock;
import java.util.UUID;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.notification.delivery.Channel.NotTaken;
import org.rovingpm.notification.delivery.Channel.Outgoing;
import org.rovingpm.notification.delivery.Channel.Unconfirmed;
import org.rovingpm.notification.template.TryTemplate;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;

/** Sends a message on trial, at once and to nobody but whoever writes its template. It is not kept: it was never a message of the case. */
@Component
public class SendTrial {

    private final Channel channel;
    private final StaffDirectory staff;
    private final Clock clock;

    SendTrial(Channel channel, StaffDirectory staff, Clock clock) {
        this.channel = channel;
        this.staff = staff;
        this.clock = clock;
    }

    /** @return what became of it, as a sentence; refuses what could not be sent */
    public String to(String writer, String template, TryTemplate.Preview message) {
        if (!channel.sends()) {
            throw new Refusal("No messages are sent from here, because no mail server is set: use the preview.");
        }
        String address = staff.find(writer)
                .map(StaffDirectory.Person::email)
                .filter(it -> !it.isBlank())
                .orElseThrow(
                        () -> new Refusal(
                                "Your account has no e-mail address: give it one on the page of your account, then try again."));
        try {
            channel.send(new Outgoing(
                    0,
                    "trial:%s:%s".formatted(template, UUID.randomUUID()),
                    address,
                    "Trial: " + message.subject(),
                    "This is a trial of a template, sent to you alone. Its links lead nowhere.\n\n" + message.body(),
                    clock.instant(),
                    null));
        } catch (NotTaken failure) {
            throw new Refusal("%s The trial was not sent: try again later.".formatted(failure.getMessage()));
        } catch (Unconfirmed unknown) {
            return "The trial may have reached you: the mail server did not confirm it.";
        }
        return "The trial has been sent to %s.".formatted(address);
    }
}
