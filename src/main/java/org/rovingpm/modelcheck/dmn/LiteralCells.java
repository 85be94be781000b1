package org.rovingpm.modelcheck.dmn;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rovingpm.modelcheck.known.Feel;

/**
 * Evaluates cells that are plain words, numbers, yes or no (as most are) without the engine, which parses a cell each
 * time. Caches the other answers.
 */
public class LiteralCells implements Feel {

    private static final Pattern WORDS = Pattern.compile("\"[^\"\\\\]*\"(\\s*,\\s*\"[^\"\\\\]*\")*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    private static final int LONGEST_SIMPLE = 1_000;

    private final Feel engine;
    private final Map<CellAndValue, Boolean> answers = new HashMap<>();
    private final Map<String, Optional<String>> problems = new HashMap<>();

    private record CellAndValue(String cell, Object value) {}

    public LiteralCells(Feel engine) {
        this.engine = engine;
    }

    @Override
    public boolean holds(String cell, Object value) throws Unreadable {
        if (cell.isEmpty() || cell.equals("-")) {
            return true;
        }
        if (WORDS.matcher(cell).matches() && (value == null || value instanceof String)) {
            return Arrays.stream(cell.split("\""))
                            .skip(1)
                            .filter(word -> !word.strip().equals(","))
                            .anyMatch(word -> word.equals(value))
                    || cell.contains("\"\"") && "".equals(value);
        }
        CellAndValue cellAndValue = new CellAndValue(cell, value);
        Boolean answer = answers.get(cellAndValue);
        if (answer == null) {
            answer = engine.holds(cell, value);
            answers.put(cellAndValue, answer);
        }
        return answer;
    }

    @Override
    public Optional<String> tooMuch(String expression) {
        return problems.computeIfAbsent(
                expression,
                asked -> asked.length() <= LONGEST_SIMPLE
                                && CellTest.read(asked.strip()).isPresent()
                        ? Optional.empty()
                        : engine.tooMuch(asked));
    }

    @Override
    public Object value(String cell) throws Unreadable {
        if (cell.equals("true") || cell.equals("false")) {
            return Boolean.valueOf(cell);
        }
        if (NUMBER.matcher(cell).matches()) {
            return new BigDecimal(cell);
        }
        return WORDS.matcher(cell).matches() && cell.indexOf('"', 1) == cell.length() - 1
                ? cell.substring(1, cell.length() - 1)
                : engine.value(cell);
    }
}
