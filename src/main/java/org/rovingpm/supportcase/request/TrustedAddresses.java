package org.rovingpm.supportcase.request;

import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/**
 * Which e-mail addresses may speak for a practice. Having opened a link shows that somebody reads a mailbox, not that they
 * speak for the practice: an address is trusted only when, besides, a coordinator has spoken to its owner and accepted a
 * request of theirs.
 */
@Component
class TrustedAddresses {

    private final HelpRequests requests;
    private final SupportCases cases;

    TrustedAddresses(HelpRequests requests, SupportCases cases) {
        this.requests = requests;
        this.cases = cases;
    }

    /** @param email in small letters */
    boolean isTrustedFor(OdsCode practice, String email) {
        return requests.isConfirmed(practice, email) && cases.wasAcceptedFrom(practice, email);
    }

    /**
     * The open case of the practice that the reader of this mailbox may know of: the one in which they are its contact, or any
     * where the address is trusted. To anybody else it is as if there were none.
     *
     * @param email in small letters
     */
    Optional<SupportCase> openCaseKnownTo(OdsCode practice, String email) {
        Optional<SupportCase> own = cases.openWithContact(practice, email);
        return own.isPresent() || !isTrustedFor(practice, email)
                ? own
                : cases.openOf(practice).stream().findFirst();
    }
}
