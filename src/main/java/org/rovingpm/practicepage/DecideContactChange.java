package org.rovingpm.practicepage;

import java.util.Map;
import org.rovingpm.notification.queue.NotifyPerson;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office decides about another contact. Once it has confirmed one, every earlier link ends, and both mailboxes are told. */
@Component
public class DecideContactChange {

    private static final String TO_NEW = "contact-changed";
    private static final String TO_FORMER = "contact-changed-former";

    private final SupportCases cases;
    private final CasePractices casePractices;
    private final ContactChanges changes;
    private final PageLinks links;
    private final NotifyPerson notifyPerson;
    private final Timeline timeline;

    DecideContactChange(
            SupportCases cases,
            CasePractices casePractices,
            ContactChanges changes,
            PageLinks links,
            NotifyPerson notifyPerson,
            Timeline timeline) {
        this.cases = cases;
        this.casePractices = casePractices;
        this.changes = changes;
        this.links = links;
        this.notifyPerson = notifyPerson;
        this.timeline = timeline;
    }

    /** Refuses one that has been decided, and confirming one of a closed case. */
    @Transactional
    public void decide(ContactChange change, boolean confirmed, String who) {
        if (!changes.decide(change.id(), confirmed, who)) {
            throw new Refusal("This has been decided already, or the practice has asked for somebody else since.");
        }
        if (!confirmed) {
            timeline.add(change.reference(), who, "Another contact refused");
            return;
        }
        cases.get(change.reference()).refuseUnlessOpen();
        casePractices.changeContact(change.reference(), change.practice(), change.after());
        links.end(change.reference(), change.practice());
        timeline.add(
                change.reference(),
                who,
                "Contact changed",
                change.before().contactName(),
                change.after().contactName(),
                null);
        String key = ":%d".formatted(change.id());
        notifyPerson.tell(TO_NEW, change.reference(), change.practice().value(), TO_NEW + key, Map.of());
        notifyPerson.tell(TO_FORMER, change.reference(), Long.toString(change.id()), TO_FORMER + key, Map.of());
    }
}
