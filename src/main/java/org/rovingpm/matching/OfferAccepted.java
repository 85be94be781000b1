package org.rovingpm.matching;

import java.time.LocalDate;
import org.rovingpm.supportcase.CaseReference;

/**
 * A PM has accepted the placement. Listeners run in the same transaction and may still refuse.
 *
 * @param pm   user id
 * @param from day from which the practice needs the PM
 */
public record OfferAccepted(CaseReference reference, String pm, LocalDate from) {}
