package org.rovingpm.jobplan;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.submission.PlainText;

/** What a plan is to achieve, and how people will know that it has. */
public record Objective(
        @NotNull(message = "Say what each objective is, or remove the empty one.") @PlainText(label = "An objective", max = 500)
        String objective,

        @NotNull(message = "Say for each objective how people will know that it has been met.") @PlainText(label = "The measure of an objective", max = 500)
        String measure) {}
