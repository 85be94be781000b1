package org.rovingpm.assessment;

import org.rovingpm.supportcase.CaseReference;

/** A case is agreed to be red, and was not before. */
public record TurnedRed(CaseReference reference) {}
