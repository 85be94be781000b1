package org.rovingpm.notification.returnedmail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rovingpm.engine.StepFailed;
import org.rovingpm.notification.ReceivedMail;
import org.rovingpm.notification.ReceivedMails;
import org.rovingpm.notification.delivery.RecordDeliveryReport;
import org.rovingpm.notification.returnedmail.ReturnedMailbox.Place;
import org.rovingpm.notification.returnedmail.ReturnedMailbox.Round;
import org.rovingpm.notification.returnedmail.ReturnedMailbox.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the next mails in the mailbox for returned mail, records what they report about our messages, and hands on what people have
 * written back.
 */
@Component
public class ReadReturnedMail {

    private static final Logger LOG = LoggerFactory.getLogger(ReadReturnedMail.class);
    static final int AT_A_TIME = 100;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(10);

    private final ReturnedMailbox mailbox;
    private final ReturnedMailPositions places;
    private final RecordDeliveryReport recordDeliveryReport;
    private final ReceivedMails receivedMails;
    private final AnsweredMessages answered;
    private final TransactionTemplate ofMail;
    private final Clock clock;

    ReadReturnedMail(
            ReturnedMailbox mailbox,
            ReturnedMailPositions places,
            RecordDeliveryReport recordDeliveryReport,
            ReceivedMails receivedMails,
            AnsweredMessages answered,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mailbox = mailbox;
        this.places = places;
        this.recordDeliveryReport = recordDeliveryReport;
        this.receivedMails = receivedMails;
        this.answered = answered;
        this.ofMail = new TransactionTemplate(transactions);
        this.ofMail.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
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

    /** One that cannot be stored as it came keeps nothing behind it from being read: it is stored without its text and files. */
    private void take(ReceivedMail mail) {
        try {
            ofMail.executeWithoutResult(savepoint -> receivedMails.take(mail, answered.by(mail)));
        } catch (TransientDataAccessException | StepFailed later) {
            throw later;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "A mail that somebody wrote back could not be stored as it came: {}",
                    failure.getClass().getSimpleName());
            ofMail.executeWithoutResult(savepoint -> receivedMails.take(
                    mail.shortened("It could not be stored as it came: look at it in the mailbox."),
                    answered.by(mail)));
        }
    }

    private Round read(Place from) {
        try {
            return mailbox.read(from, AT_A_TIME, this::take);
        } catch (Unreadable failure) {
            throw StepFailed.onAndOn(
                    ("The mailbox for returned mail could not be read. %s Until it can, nobody learns which messages came back. "
                                    + "It is retried automatically: check the mailbox and its settings, ROVINGPM_RETURNED_MAIL_….")
                            .formatted(failure.getMessage()),
                    failure);
        }
    }
}
