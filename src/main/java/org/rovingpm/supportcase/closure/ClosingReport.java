package org.rovingpm.supportcase.closure;

import java.time.Instant;
import org.rovingpm.supportcase.closure.WriteClosingReport.ObjectivesMet;

/** What the support of a case came to. */
public record ClosingReport(
        ObjectivesMet objectivesMet, String whatChanged, String whatRemains, Instant at, String who) {}
