package org.rovingpm.modelcheck.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * Finds inputs for which a table has no rule, or several. For each column it takes every value that the cells
 * distinguish (their numbers and words, and values beside and between them), and tries all combinations.
 */
class TableCoverage {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\w)-?\\d+(\\.\\d+)?(?![\\w])");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");
    private static final long MOST = 200_000;
    private static final int MOST_TOLD = 3;

    private final Feel feel;

    TableCoverage(Feel feel) {
        this.feel = feel;
    }

    /** One column: its values, and for each the rules that match. */
    private record Column(String expression, List<Object> values, List<BitSet> rules) {}

    void check(XmlElement decision, XmlElement table, String policy, KnownDecision known, Findings to) {
        List<XmlElement> rules = table.children("rule").toList();
        List<Column> columns = new ArrayList<>();
        int column = 0;
        for (XmlElement input : table.children("input").toList()) {
            Column read = column(input, column++, rules, known);
            if (read == null) {
                return;
            }
            columns.add(read);
        }
        if (columns.stream().mapToLong(each -> each.values().size()).reduce(1, Math::multiplyExact) > MOST) {
            return;
        }
        Set<String> sentences = new LinkedHashSet<>();
        BitSet all = new BitSet();
        all.set(0, rules.size());
        combine(columns, 0, all, new ArrayList<>(), (facts, hits) -> {
            if (hits.isEmpty() && known != null) {
                sentences.add("has no rule for %s: add one, or widen another.".formatted(String.join(", ", facts)));
            } else if (hits.cardinality() > 1 && policy.equals("UNIQUE")) {
                sentences.add("has several rules for %s (%s): only one may apply."
                        .formatted(
                                String.join(", ", facts),
                                hits.stream()
                                        .mapToObj(rule -> "rule " + (rule + 1))
                                        .collect(Collectors.joining(", "))));
            }
            return sentences.size() < MOST_TOLD;
        });
        sentences.forEach(sentence -> to.problem(decision, sentence));
    }

    private static boolean combine(
            List<Column> columns, int at, BitSet hits, List<String> facts, BiPredicate<List<String>, BitSet> met) {
        if (at == columns.size()) {
            return met.test(facts, hits);
        }
        Column column = columns.get(at);
        for (int value = 0; value < column.values().size(); value++) {
            BitSet left = (BitSet) hits.clone();
            left.and(column.rules().get(value));
            facts.add("%s = %s"
                    .formatted(column.expression(), shown(column.values().get(value))));
            boolean goOn = combine(columns, at + 1, left, facts, met);
            facts.remove(facts.size() - 1);
            if (!goOn) {
                return false;
            }
        }
        return true;
    }

    /** @return null if the values that a column distinguishes cannot be determined */
    private Column column(XmlElement input, int index, List<XmlElement> rules, KnownDecision known) {
        XmlElement expression = input.children("inputExpression").findFirst().orElse(null);
        String inputExpression = expression == null ? "" : expression.text();
        List<String> cells = rules.stream()
                .map(rule -> rule.children("inputEntry").map(XmlElement::text).toList())
                .map(entries -> index < entries.size() ? entries.get(index) : "")
                .toList();
        List<Object> values = known != null && known.inputValues().containsKey(inputExpression)
                ? known.inputValues().get(inputExpression)
                : values(
                        expression == null || expression.own("typeRef") == null ? "" : expression.own("typeRef"),
                        cells);
        if (values == null) {
            return null;
        }
        List<BitSet> holding = new ArrayList<>();
        for (Object value : values) {
            BitSet holds = new BitSet();
            for (int rule = 0; rule < cells.size(); rule++) {
                try {
                    holds.set(rule, feel.holds(cells.get(rule), value));
                } catch (Feel.Unreadable unreadable) {
                    return null;
                }
            }
            holding.add(holds);
        }
        return new Column(inputExpression, values, holding);
    }

    private static List<Object> values(String type, List<String> cells) {
        if (type.equals("boolean")) {
            return List.of(true, false);
        }
        if (NUMBERS.contains(type)) {
            BigDecimal step = new BigDecimal(type.equals("double") || type.equals("number") ? "0.01" : "1");
            Collection<BigDecimal> numbers = cells.stream()
                    .flatMap(cell -> NUMBER.matcher(cell).results())
                    .map(found -> new BigDecimal(found.group()))
                    .flatMap(number -> Stream.of(number.subtract(step), number, number.add(step)))
                    .collect(Collectors.toCollection(TreeSet::new));
            return numbers.isEmpty() ? List.of(BigDecimal.ZERO) : new ArrayList<>(numbers);
        }
        if (type.equals("string")) {
            Set<Object> words = new LinkedHashSet<>();
            cells.forEach(cell -> {
                Matcher found = WORD.matcher(cell);
                while (found.find()) {
                    words.add(found.group(1));
                }
            });
            words.add("anything else");
            return new ArrayList<>(words);
        }
        return cells.stream().allMatch(cell -> cell.isEmpty() || cell.equals("-")) ? List.of("anything") : null;
    }

    private static String shown(Object value) {
        return value == null
                ? "not known"
                : value instanceof String word ? "“%s”".formatted(word) : String.valueOf(value);
    }
}
