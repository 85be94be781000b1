package org.rovingpm.modelcheck.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * Finds inputs for which a table has no rule, or several where only one may apply. Two rules meet where their cells meet in each
 * column; what is covered is worked out column by column, with the rules that are left. Both stop after a fixed number of steps,
 * which a table that people write does not need.
 */
class TableCoverage {

    /** Two rules are compared in one column in some twenty nanoseconds. */
    private static final int MOST_COMPARISONS = 20_000_000;

    /** Each may be remembered, with some hundred bytes. */
    private static final int MOST_STEPS = 300_000;

    private static final int MOST_TOLD = 3;
    private static final int MOST_FACTS = 8;

    private final Feel feel;

    TableCoverage(Feel feel) {
        this.feel = feel;
    }

    /** @param known null for a decision that only managers' own models ask: it may leave inputs out */
    void check(XmlElement decision, XmlElement table, String policy, KnownDecision known, Findings to) {
        List<XmlElement> rules = table.children("rule").toList();
        Optional<List<TableColumn>> columns = columns(table, rules, known);
        if (columns.isEmpty()) {
            if (known != null || policy.equals("UNIQUE")) {
                to.warning(
                        decision,
                        "has conditions that the check cannot compare with each other: try out whether each case has the rule that it should have.");
            }
            return;
        }
        Search search = new Search(columns.get(), rules);
        if (known != null) {
            search.findGaps();
        }
        if (policy.equals("UNIQUE")) {
            search.findOverlaps(
                    (one, other) -> true,
                    (facts, meeting) -> "has several rules for %s (%s): only one may apply.".formatted(facts, meeting));
        } else if (policy.equals("ANY")) {
            search.findOverlaps(
                    search::answerDifferently,
                    (facts, meeting) ->
                            "has rules for %s that answer differently (%s): with the hit policy Any they must answer alike."
                                    .formatted(facts, meeting));
        }
        search.sentences.forEach(sentence -> to.problem(decision, sentence));
        if (search.isCutShort()) {
            to.warning(
                    decision,
                    "has so many combinations that the check looked at a part of them only: there may be more without a rule, or with several.");
        }
    }

    private Optional<List<TableColumn>> columns(XmlElement table, List<XmlElement> rules, KnownDecision known) {
        FeelQuestions questions = new FeelQuestions(feel);
        List<List<String>> cells = rules.stream()
                .map(rule -> rule.children("inputEntry").map(XmlElement::text).toList())
                .toList();
        List<TableColumn> columns = new ArrayList<>();
        for (XmlElement input : table.children("input").toList()) {
            int at = columns.size();
            Optional<XmlElement> asked = input.children("inputExpression").findFirst();
            String expression = asked.map(XmlElement::text).orElse("");
            Optional<TableColumn> column = TableColumn.of(
                    expression,
                    asked.map(one -> one.own("typeRef")).orElse(""),
                    known == null ? null : known.inputValues().get(expression),
                    cells.stream()
                            .map(ofRule -> at < ofRule.size() ? ofRule.get(at) : "")
                            .toList(),
                    questions);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get());
        }
        return Optional.of(columns);
    }

    /** One look at one table. */
    private static final class Search {

        private final List<TableColumn> columns;
        private final List<XmlElement> rules;
        private final Set<String> sentences = new LinkedHashSet<>();
        private int steps;
        private int comparisons;

        Search(List<TableColumn> columns, List<XmlElement> rules) {
            this.columns = columns;
            this.rules = rules;
        }

        boolean isCutShort() {
            return steps >= MOST_STEPS || comparisons >= MOST_COMPARISONS;
        }

        private boolean hasToldEnough() {
            return sentences.size() >= MOST_TOLD;
        }

        boolean answerDifferently(int one, int other) {
            return !answers(one).equals(answers(other));
        }

        private List<String> answers(int rule) {
            return rules.get(rule).children("outputEntry").map(XmlElement::text).toList();
        }

        /** @param sentence about the inputs and the rules for them */
        void findOverlaps(BiPredicate<Integer, Integer> matters, BinaryOperator<String> sentence) {
            // Columns that tell most rules apart are looked at first
            List<TableColumn> sharpest = columns.stream()
                    .sorted(Comparator.comparingDouble(TableColumn::width))
                    .toList();
            for (int one = 0; one < rules.size(); one++) {
                for (int other = one + 1; other < rules.size(); other++) {
                    if (comparisons >= MOST_COMPARISONS || hasToldEnough()) {
                        return;
                    }
                    if (meet(one, other, sharpest) && matters.test(one, other)) {
                        sentences.add(overlap(one, other, sentence));
                    }
                }
            }
        }

        private boolean meet(int one, int other, List<TableColumn> sharpest) {
            for (TableColumn column : sharpest) {
                comparisons++;
                if (!column.valuesOf(one).intersects(column.valuesOf(other))) {
                    return false;
                }
            }
            return true;
        }

        private String overlap(int one, int other, BinaryOperator<String> sentence) {
            List<String> facts = new ArrayList<>();
            BitSet hits = new BitSet();
            hits.set(0, rules.size());
            for (TableColumn column : columns) {
                BitSet both = (BitSet) column.valuesOf(one).clone();
                both.and(column.valuesOf(other));
                facts.add(column.fact(both.nextSetBit(0)));
                hits.and(column.rulesOf(both.nextSetBit(0)));
            }
            return sentence.apply(
                    shown(facts),
                    hits.stream().mapToObj(rule -> "rule " + (rule + 1)).collect(Collectors.joining(", ")));
        }

        private static String shown(List<String> facts) {
            return facts.size() <= MOST_FACTS
                    ? String.join(", ", facts)
                    : "%s and %d more"
                            .formatted(String.join(", ", facts.subList(0, MOST_FACTS)), facts.size() - MOST_FACTS);
        }

        void findGaps() {
            BitSet all = new BitSet();
            all.set(0, rules.size());
            new Gaps().find(0, all, new ArrayList<>());
        }

        /** Goes through the columns: what no rule is left for is a gap. */
        private final class Gaps {

            private final List<BitSet> takingTheRest = new ArrayList<>();
            private final List<Set<BitSet>> seen = new ArrayList<>();

            Gaps() {
                for (int from = 0; from < columns.size(); from++) {
                    List<TableColumn> rest = columns.subList(from, columns.size());
                    BitSet takers = new BitSet();
                    IntStream.range(0, rules.size())
                            .filter(rule -> rest.stream().allMatch(column -> column.takesEverything(rule)))
                            .forEach(takers::set);
                    takingTheRest.add(takers);
                    seen.add(new HashSet<>());
                }
            }

            private boolean isOver() {
                return steps >= MOST_STEPS || hasToldEnough();
            }

            void find(int at, BitSet left, List<Integer> chosen) {
                if (left.isEmpty()) {
                    tell(chosen);
                    return;
                }
                if (at == columns.size()
                        || left.intersects(takingTheRest.get(at))
                        || !seen.get(at).add(left)) {
                    return;
                }
                Set<BitSet> next = new HashSet<>();
                for (int value = 0; value < columns.get(at).size() && !isOver(); value++) {
                    steps++;
                    BitSet rules = (BitSet) left.clone();
                    rules.and(columns.get(at).rulesOf(value));
                    if (next.add(rules)) {
                        chosen.add(value);
                        find(at + 1, rules, chosen);
                        chosen.remove(chosen.size() - 1);
                    }
                }
            }

            private void tell(List<Integer> chosen) {
                sentences.add("has no rule for %s: add one, or widen another."
                        .formatted(shown(IntStream.range(0, columns.size())
                                .mapToObj(at -> columns.get(at).fact(at < chosen.size() ? chosen.get(at) : 0))
                                .toList())));
            }
        }
    }
}
