package org.rovingpm.practicepage;

import java.time.Instant;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.Contact;

/**
 * Another contact that a practice has asked for.
 *
 * @param before    whom the office spoke to when it was asked
 * @param decidedAt null while the office has not decided
 */
public record ContactChange(
        long id,
        CaseReference reference,
        OdsCode practice,
        Contact before,
        Contact after,
        Instant askedAt,
        Instant decidedAt) {}
