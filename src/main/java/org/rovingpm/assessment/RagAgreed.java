package org.rovingpm.assessment;

import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;

/**
 * A case has a new RAG rating.
 *
 * @param oldRag the rating, or before the first the suggestion, that deadlines have followed so far
 */
public record RagAgreed(CaseReference reference, Rag oldRag, Rag newRag) {}
