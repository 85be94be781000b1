package org.rovingpm.placement;

import java.time.LocalDate;
import org.rovingpm.supportcase.Rag;

/**
 * What the PM found at the practice.
 *
 * @param findings       what the PM found
 * @param needsConfirmed whether the needs are as assessed
 * @param ragNow         the rating that the PM would give
 * @param ragReason      why it differs; null if it does not
 */
record FirstVisit(
        LocalDate visitedOn,
        String findings,
        boolean needsConfirmed,
        Rag ragNow,
        String ragReason,
        String reportedBy) {}
