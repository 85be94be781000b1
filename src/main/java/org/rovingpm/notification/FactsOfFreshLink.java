package org.rovingpm.notification;

import java.util.List;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What the message may say that brings a new link. Nothing else of the case: the mailbox may be that of an earlier contact. */
@Component
class FactsOfFreshLink implements MessageFacts {

    static final String PRACTICE = "practiceName";
    static final String REFERENCE = "caseReference";
    static final String FIRST_SUBJECT = "firstSubject";
    static final String FIRST_SENT_ON = "firstSentOn";

    @Override
    public String about() {
        return "fresh-link";
    }

    @Override
    public boolean ofCase() {
        return false;
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Fact.text(REFERENCE, "The number of the case", "RPM-2026-0042"),
                Fact.text(PRACTICE, "The practice", "Willow Lane Surgery"),
                Fact.text(
                        FIRST_SUBJECT,
                        "The subject of the message whose link has expired",
                        "A question about your request (RPM-2026-0042)"),
                Fact.text(FIRST_SENT_ON, "The day of that message", "Monday 9 November 2026"),
                Fact.link(KnownFacts.ANSWER_LINK, "The new link", "https://example.org/answer/…"));
    }

    @Override
    public FactsNow of(CaseReference reference) {
        throw new IllegalStateException("Which link is to be renewed is known only where it is asked for");
    }
}
