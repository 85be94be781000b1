package org.rovingpm.notification.returnedmail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rovingpm.engine.StepFailed;
import org.rovingpm.notification.delivery.RecordDeliveryReport;
import org.rovingpm.notification.returnedmail.ReturnedMailbox.Place;
import org.rovingpm.notification.returnedmail.ReturnedMailbox.Round;
import org.rovingpm.notification.returnedmail.ReturnedMailbox.Unreadable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the next mails in the mailbox for returned mail, and records what they report about our messages. */
@Component
public class ReadReturnedMail {

    static final int AT_A_TIME = 100;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(10);

    private final ReturnedMailbox mailbox;
    private final ReturnedMailPositions places;
    private final RecordDeliveryReport recordDeliveryReport;
    private final Clock clock;

    ReadReturnedMail(
            ReturnedMailbox mailbox,
            ReturnedMailPositions places,
            RecordDeliveryReport recordDeliveryReport,
            Clock clock) {
        this.mailbox = mailbox;
        this.places = places;
        this.recordDeliveryReport = recordDeliveryReport;
        this.clock = clock;
    }

    /** @return whether there is a mailbox to read */
    public boolean isSet() {
        return mailbox.isSet();
    }

    /**
     * Reads the next hundred mails.
     *
     * @return when to read next; empty if no mailbox is set
     * @throws StepFailed if the mailbox cannot be read; the step is retried
     */
    @Transactional
    public Optional<Instant> next() {
        if (!mailbox.isSet()) {
            return Optional.empty();
        }
        Place from = places.lock(mailbox.name());
        Round round = read(from);
        round.reports().forEach(recordDeliveryReport::take);
        places.move(mailbox.name(), round.upTo());
        return Optional.of(round.more() ? clock.instant() : clock.instant().plus(BETWEEN_ROUNDS));
    }

    private Round read(Place from) {
        try {
            return mailbox.read(from, AT_A_TIME);
        } catch (Unreadable failure) {
            throw StepFailed.onAndOn(
                    ("The mailbox for returned mail could not be read. %s Until it can, nobody learns which messages came back. "
                                    + "It is retried automatically: check the mailbox and its settings, ROVINGPM_RETURNED_MAIL_….")
                            .formatted(failure.getMessage()),
                    failure);
        }
    }
}
