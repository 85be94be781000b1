package org.rovingpm.assessment;

import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;

/**
 * A case has a new RAG rating.
 *
 * @param oldRag the rating that deadlines have followed so far: the last agreed one or, before the first, the suggestion
 */
public record RagAgreed(CaseReference reference, Rag oldRag, Rag newRag) {}
