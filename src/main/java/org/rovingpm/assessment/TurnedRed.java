package org.rovingpm.assessment;

import org.rovingpm.supportcase.CaseReference;

/** A case has been rated red that was not red before. */
public record TurnedRed(CaseReference reference) {}
