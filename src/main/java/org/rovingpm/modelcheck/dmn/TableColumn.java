package org.rovingpm.modelcheck.dmn;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An input of a table: which of its values each rule takes, and which rules take each value. */
final class TableColumn {

    private final String expression;
    private final ColumnValues values;
    private final List<BitSet> valuesByRule;
    private final List<BitSet> rulesByValue;

    private TableColumn(String expression, ColumnValues values, List<BitSet> valuesByRule) {
        this.expression = expression;
        this.values = values;
        this.valuesByRule = valuesByRule;
        this.rulesByValue = Stream.generate(BitSet::new).limit(values.size()).toList();
        for (int rule = 0; rule < valuesByRule.size(); rule++) {
            int taker = rule;
            valuesByRule.get(rule).stream()
                    .forEach(value -> rulesByValue.get(value).set(taker));
        }
    }

    /**
     * @param type  as the table names it; empty where it names none
     * @param given the values that the input may have; null where they follow from the cells
     * @param cells of the rules
     * @return empty where the cells cannot be compared with each other
     */
    static Optional<TableColumn> of(
            String expression, String type, List<Object> given, List<String> cells, FeelQuestions feel) {
        Map<String, Optional<CellTest>> tests = new HashMap<>();
        cells.forEach(cell -> tests.computeIfAbsent(cell, CellTest::read));
        ColumnValues values = given == null
                ? ColumnValues.of(
                        type,
                        cells.stream()
                                .distinct()
                                .map(tests::get)
                                .flatMap(Optional::stream)
                                .toList())
                : ColumnValues.of(given);
        Map<String, BitSet> taken = new HashMap<>();
        for (Map.Entry<String, Optional<CellTest>> cell : tests.entrySet()) {
            Optional<BitSet> ofCell =
                    cell.getValue().flatMap(values::takenBy).or(() -> values.takenBy(cell.getKey(), feel));
            if (ofCell.isEmpty()) {
                return Optional.empty();
            }
            taken.put(cell.getKey(), ofCell.get());
        }
        return Optional.of(new TableColumn(
                expression, values, cells.stream().map(taken::get).toList()));
    }

    BitSet valuesOf(int rule) {
        return valuesByRule.get(rule);
    }

    BitSet rulesOf(int value) {
        return rulesByValue.get(value);
    }

    boolean takesEverything(int rule) {
        return valuesByRule.get(rule).cardinality() == values.size();
    }

    /** How much of its values a rule takes, on average: the less, the better it tells rules apart. */
    double width() {
        return valuesByRule.stream().mapToDouble(BitSet::cardinality).sum() / values.size();
    }

    int size() {
        return values.size();
    }

    /** A fact for people: {@code cost = 5000.01}. */
    String fact(int value) {
        return "%s = %s".formatted(expression, values.shown(value));
    }
}
