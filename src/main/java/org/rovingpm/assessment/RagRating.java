package org.rovingpm.assessment;

import java.time.Instant;
import org.rovingpm.supportcase.Rag;

/** A rating that was agreed: number, value, why, with whom at the practice, when, and by whom. */
public record RagRating(long id, Rag rag, String reason, String agreedWith, Instant at, String who) {}
