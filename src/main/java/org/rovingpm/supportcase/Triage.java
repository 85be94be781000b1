package org.rovingpm.supportcase;

/** Suggests how urgent a new case is, before anybody has assessed it. */
public interface Triage {

    Rag suggest(SupportCase supportCase);
}
