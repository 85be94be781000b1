package org.rovingpm.practicepage;

import java.time.Instant;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;

/**
 * A link to the page of a practice.
 *
 * @param status    whether it opens the page
 * @param expiresAt when it stops opening it
 */
public record PageLink(CaseReference reference, OdsCode practice, Status status, Instant expiresAt) {

    /** Whether a link opens its page. */
    public enum Status {
        OPEN,
        /** Its time is up: a new one may be sent to the same mailbox. */
        EXPIRED,
        /** The practice has another contact since it was sent. */
        ENDED,
        /** The case was closed some time ago. */
        OVER
    }
}
