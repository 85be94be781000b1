package org.rovingpm.practicepage;

import java.time.Duration;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.web.share.Shares;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A practice asks for another contact. Nothing changes until the office has confirmed it, on a way that does not pass through the
 * mailbox: whoever else reads that could otherwise take the page over.
 */
@Component
public class AskForContactChange {

    private static final String PRACTICE = "practice";
    private static final String TEMPLATE = "contact-change-asked";
    private static final int A_DAY = 3;

    private final SupportCases cases;
    private final CasePractices casePractices;
    private final ContactChanges changes;
    private final QueueMessage queueMessage;
    private final Timeline timeline;
    private final Shares shares;

    AskForContactChange(
            SupportCases cases,
            CasePractices casePractices,
            ContactChanges changes,
            QueueMessage queueMessage,
            Timeline timeline,
            Shares shares) {
        this.cases = cases;
        this.casePractices = casePractices;
        this.changes = changes;
        this.queueMessage = queueMessage;
        this.timeline = timeline;
        this.shares = shares;
    }

    /** Refuses a fourth wish in a day, one that changes nothing, and any once the case is closed. */
    @Transactional
    public void ask(PageLink link, Contact wanted) {
        cases.get(link.reference()).refuseUnlessOpen();
        Contact now = casePractices.of(link.reference()).stream()
                .filter(one -> one.code().equals(link.practice()))
                .map(CasePractices.CasePractice::contact)
                .findFirst()
                .orElseThrow();
        if (now.equals(wanted)) {
            throw new Refusal(
                    "contactName", "This is the contact that we have already: change what should be different.");
        }
        if (!shares.take("contact-change:" + link.reference(), A_DAY, Duration.ofDays(1))
                .wasThere()) {
            throw new Refusal("You have asked for another contact several times today: please ring us instead.");
        }
        long id = changes.add(link.reference(), link.practice(), now, wanted);
        timeline.add(link.reference(), PRACTICE, "Another contact asked for");
        queueMessage.queue(
                TEMPLATE, link.reference(), new QueueMessage.Moment("contactChangeAsked", Long.toString(id)));
    }
}
