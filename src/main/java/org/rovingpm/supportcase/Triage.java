package org.rovingpm.supportcase;


/** Says, before anybody has assessed it, how much a new case seems to press. */
public interface Triage {

    Rag suggest(SupportCase supportCase);
}
