package org.rovingpm.modelcheck;

import java.util.List;
import java.util.stream.Collectors;
import org.rovingpm.modelcheck.file.Finding;

/**
 * The result of a check.
 *
 * @param problems why the files are refused; none if they are accepted
 * @param warnings what is accepted but should be known
 */
public record Report(List<Finding> problems, List<Finding> warnings) {

    public Report {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    public boolean accepted() {
        return problems.isEmpty();
    }

    /** Every problem, one a line. */
    public String refusal() {
        return problems.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
