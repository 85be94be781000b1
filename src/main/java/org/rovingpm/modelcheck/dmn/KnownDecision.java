package org.rovingpm.modelcheck.dmn;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.assessment.RatingFacts;
import org.rovingpm.checkin.MissingCheckInDeadlines;
import org.rovingpm.deadline.DeadlineLevel;
import org.rovingpm.deadline.DeadlineLevels;
import org.rovingpm.deadline.Told;
import org.rovingpm.engine.RowsByRating;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.matching.Offer;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.Limits;
import org.rovingpm.supportcase.Rag;

/**
 * How the code uses one of the packaged decisions.
 *
 * @param facts    the names of its inputs; it is given no others
 * @param outputs  its outputs, and the values that are understood
 * @param single   whether exactly one rule must always apply; otherwise at least one
 * @param inputValues for inputs whose values are known in advance: the values, by the input's expression
 * @param rows     for a table with named rows: what the rows are for; otherwise null
 */
record KnownDecision(
        String id,
        Set<String> facts,
        Map<String, Answer> outputs,
        boolean single,
        Map<String, List<Object>> inputValues,
        Rows rows) {

    KnownDecision(
            String id,
            Set<String> facts,
            Map<String, Answer> outputs,
            boolean single,
            Map<String, List<Object>> inputValues) {
        this(id, facts, outputs, single, inputValues, null);
    }

    /**
     * A table whose rows are named after what they are for.
     *
     * @param asks    the input that names the row
     * @param other   the row for everything without a row of its own
     * @param needed  the names that the code uses, including this one
     * @param ofTasks whether the other rows are for user tasks, by their names in the processes
     */
    record Rows(String asks, String other, Set<String> needed, boolean ofTasks) {}

    /** One output: the values that are understood, and their description. */
    record Answer(String expected, Predicate<Object> understood) {}

    private static final List<String> RAGS =
            Arrays.stream(Rag.values()).map(Rag::name).toList();

    private static final Answer RAG = new Answer(String.join(", ", RAGS), RAGS::contains);
    private static final Answer YES_OR_NO = new Answer("true, false", Boolean.class::isInstance);
    private static final Answer SCORE = new Answer("1, 2, 3", value -> isBetween(value, 1, 3));
    private static final Answer REASON = new Answer("a text", String.class::isInstance);
    private static final Answer HOURS =
            new Answer("a number of hours, more than 0 and up to 2,000", value -> isBetween(value, 0.01, 2000));
    private static final Answer HOURS_AROUND = new Answer(
            "a number of hours, from -%d (before the deadline) to 2,000 (after it)"
                    .formatted(DeadlineLevels.LONGEST_WARNING),
            value -> isBetween(value, -DeadlineLevels.LONGEST_WARNING, 2000));
    private static final Answer TOLD = new Answer(
            Arrays.stream(Told.values()).map(Told::label).collect(Collectors.joining(", ")),
            value -> Arrays.stream(Told.values()).map(Told::label).anyMatch(label -> label.equals(value)));
    private static final Answer DAYS =
            new Answer("a number of days, from 0 to 2,000", value -> isBetween(value, 0, 2000));
    private static final Answer WEIGHT = new Answer("a number from 0 to 1,000", value -> isBetween(value, 0, 1000));

    private static final List<KnownDecision> OTHERS = List.of(
            named(
                    ServiceLevels.TABLE,
                    HOURS,
                    Stream.concat(Stream.of(Offer.DEADLINE), MissingCheckInDeadlines.all().stream())
                            .map(ServiceLevels.Deadline::name),
                    true),
            named(Limits.TABLE, DAYS, Arrays.stream(Cause.values()).map(Cause::label), false),
            new KnownDecision(
                    DeadlineLevels.DECISION,
                    Set.of(DeadlineLevels.STEP, DeadlineLevels.LEVEL),
                    Stream.concat(
                                    RowsByRating.OUTPUTS.stream().map(output -> Map.entry(output, HOURS_AROUND)),
                                    Stream.of(Map.entry(DeadlineLevels.TOLD, TOLD)))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    true,
                    Map.of(
                            DeadlineLevels.LEVEL,
                            Arrays.stream(DeadlineLevel.values())
                                    .map(DeadlineLevel::label)
                                    .map(Object.class::cast)
                                    .toList())),
            new KnownDecision(
                    "approval-level",
                    Set.of("cost", "variation"),
                    Map.of("budgetHolderNeeded", YES_OR_NO),
                    true,
                    Map.of("variation", List.of(true, false))),
            new KnownDecision(
                    "matching-weights",
                    Set.of("rag"),
                    Map.of(
                            "skills",
                            WEIGHT,
                            "distance",
                            WEIGHT,
                            "history",
                            WEIGHT,
                            "fairness",
                            WEIGHT,
                            "nearMiles",
                            WEIGHT,
                            "farMiles",
                            WEIGHT),
                    true,
                    Map.of("rag", List.copyOf(RAGS))));

    /** @param helpKinds the codes of the kinds of help, which the rating may ask about; empty where they cannot be known */
    static KnownDecision of(String id, Optional<List<String>> helpKinds) {
        return Stream.concat(ofRating(RatingFacts.names(helpKinds.orElse(List.of()))), OTHERS.stream())
                .filter(decision -> decision.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Stream<KnownDecision> ofRating(Set<String> request) {
        return Stream.of(
                new KnownDecision(
                        "rag-rating",
                        with(request, "urgency", "impact"),
                        Map.of("rag", RAG),
                        true,
                        Map.of("max(urgency)", scores(), "max(impact)", scores())),
                new KnownDecision(
                        "rag-urgency", request, Map.of("urgency", SCORE, "urgencyReason", REASON), false, Map.of()),
                new KnownDecision(
                        "rag-impact", request, Map.of("impact", SCORE, "impactReason", REASON), false, Map.of()));
    }

    private static List<Object> scores() {
        return List.of(1, 2, 3);
    }

    private static KnownDecision named(RowsByRating table, Answer number, Stream<String> names, boolean ofTasks) {
        return new KnownDecision(
                table.decision(),
                Set.of(table.asks()),
                RowsByRating.OUTPUTS.stream().collect(Collectors.toMap(output -> output, output -> number)),
                true,
                Map.of(),
                new Rows(
                        table.asks(),
                        table.other(),
                        Stream.concat(names, Stream.of(table.other())).collect(Collectors.toUnmodifiableSet()),
                        ofTasks));
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isBetween(Object value, double lowest, double highest) {
        return value instanceof Number number
                && BigDecimal.valueOf(number.doubleValue()).compareTo(BigDecimal.valueOf(lowest)) >= 0
                && number.doubleValue() <= highest;
    }
}
