package org.rovingpm.submission;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A submission that is not accepted, with every problem it has.
 * Whoever throws it has changed nothing: the transaction around it rolls back and what was typed stays with the person.
 */
public class Refusal extends RuntimeException {

    private final transient List<Problem> problems;

    public Refusal(List<Problem> problems) {
        super(problems.stream().map(Problem::sentence).distinct().collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public Refusal(String sentence) {
        this(List.of(Problem.general(sentence)));
    }

    public Refusal(String field, String sentence) {
        this(List.of(new Problem(field, sentence)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
