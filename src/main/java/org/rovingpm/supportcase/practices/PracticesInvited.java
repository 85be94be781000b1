package org.rovingpm.supportcase.practices;

import org.rovingpm.supportcase.CaseReference;

/** The practices that a request names besides its own are to be asked whether they take part. */
public record PracticesInvited(CaseReference reference) {}
