package org.rovingpm.modelcheck.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.modelcheck.dmn.CellTest.Kind;
import org.rovingpm.modelcheck.dmn.CellTest.Part;

/**
 * The values that the cells of a column tell apart, or those that are given: the ends of ranges and one value between each two; the
 * words and one other. Whatever holds for all of these holds for all there are.
 */
final class ColumnValues {

    private static final Set<String> WHOLE = Set.of("integer", "long");
    private static final Map<String, Kind> KINDS = Map.of(
            "boolean", Kind.YES_OR_NO,
            "string", Kind.WORD,
            "date", Kind.DAY,
            "integer", Kind.NUMBER,
            "long", Kind.NUMBER,
            "double", Kind.NUMBER,
            "number", Kind.NUMBER);
    private static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final BigDecimal TWO = new BigDecimal(2);

    private final Kind kind;

    /** Numbers and days in their order. */
    private final List<Object> values;

    private final Map<Object, Integer> places = new HashMap<>();

    private ColumnValues(Kind kind, List<Object> values) {
        this.kind = kind;
        this.values = List.copyOf(values);
        for (int place = 0; place < values.size(); place++) {
            places.put(values.get(place), place);
        }
    }

    /** @param given words, numbers in their order, or yes and no */
    static ColumnValues of(List<Object> given) {
        List<Object> plain = new ArrayList<>();
        given.forEach(value -> plain.add(value instanceof Number number ? new BigDecimal(number.toString()) : value));
        Object first = plain.get(0);
        return new ColumnValues(
                first instanceof BigDecimal ? Kind.NUMBER : first instanceof Boolean ? Kind.YES_OR_NO : Kind.WORD,
                plain);
    }

    /**
     * @param type  as the table names it; empty where it names none
     * @param tests of the cells
     */
    static ColumnValues of(String type, List<CellTest> tests) {
        Kind kind = Optional.ofNullable(KINDS.get(type))
                .or(() -> tests.stream()
                        .map(CellTest::kind)
                        .filter(one -> one != null)
                        .findFirst())
                .orElse(Kind.WORD);
        return new ColumnValues(
                kind,
                switch (kind) {
                    case YES_OR_NO -> List.of(true, false);
                    case WORD -> words(tests);
                    case NUMBER -> numbers(tests, WHOLE.contains(type));
                    case DAY -> numbers(tests, true);
                });
    }

    int size() {
        return values.size();
    }

    /** @return those that the cell takes; empty where it asks for something else */
    Optional<BitSet> takenBy(CellTest test) {
        if (test.kind() != null && test.kind() != kind) {
            return Optional.empty();
        }
        BitSet taken = new BitSet();
        if (test.kind() == null) {
            taken.set(0, values.size());
        }
        for (Part part : test.parts()) {
            if (part.value() == null) {
                taken.set(begin(part), Math.max(begin(part), end(part)));
            } else if (places.containsKey(part.value())) {
                taken.set(places.get(part.value()));
            }
        }
        if (test.not()) {
            taken.flip(0, values.size());
        }
        return Optional.of(taken);
    }

    /** @return those that the cell takes, whatever it asks; empty where it would take too long to ask for each, or it cannot be read */
    Optional<BitSet> takenBy(String cell, FeelQuestions feel) {
        BitSet taken = new BitSet();
        for (int place = 0; place < values.size(); place++) {
            Optional<Boolean> holds = kind == Kind.DAY ? Optional.empty() : feel.holds(cell, values.get(place));
            if (holds.isEmpty()) {
                return Optional.empty();
            }
            taken.set(place, holds.get());
        }
        return Optional.of(taken);
    }

    /** A value for people. */
    String shown(int place) {
        Object value = values.get(place);
        if (kind == Kind.DAY) {
            return BritishFormat.date(LocalDate.ofEpochDay(((BigDecimal) value).longValue()));
        }
        return value instanceof BigDecimal number
                ? number.toPlainString()
                : value instanceof String word ? "“%s”".formatted(word) : value.toString();
    }

    /** The place of the first value of a range. */
    private int begin(Part range) {
        if (range.from() == null) {
            return 0;
        }
        int place = Collections.binarySearch(numbers(), range.from());
        return place < 0 ? -place - 1 : range.withFrom() ? place : place + 1;
    }

    /** The place behind the last value of a range. */
    private int end(Part range) {
        if (range.to() == null) {
            return values.size();
        }
        int place = Collections.binarySearch(numbers(), range.to());
        return place < 0 ? -place - 1 : range.withTo() ? place + 1 : place;
    }

    @SuppressWarnings("unchecked")
    private List<BigDecimal> numbers() {
        return (List<BigDecimal>) (List<?>) values;
    }

    private static List<Object> words(List<CellTest> tests) {
        Set<Object> words = new LinkedHashSet<>();
        tests.stream().flatMap(CellTest::words).forEach(words::add);
        words.add("anything else");
        return new ArrayList<>(words);
    }

    private static List<Object> numbers(List<CellTest> tests, boolean whole) {
        TreeSet<BigDecimal> ends = new TreeSet<>();
        tests.stream().flatMap(CellTest::ends).forEach(ends::add);
        if (ends.isEmpty()) {
            return List.of(BigDecimal.ZERO);
        }
        boolean steps =
                whole && ends.stream().allMatch(end -> end.stripTrailingZeros().scale() <= 0);
        BigDecimal step = steps ? BigDecimal.ONE : PENNY;
        List<Object> values = new ArrayList<>();
        values.add(ends.first().subtract(step));
        for (BigDecimal end : ends) {
            values.add(end);
            BigDecimal next = ends.higher(end);
            BigDecimal after = end.add(step);
            if (next == null || after.compareTo(next) < 0) {
                values.add(after);
            } else if (!steps) {
                values.add(end.add(next).divide(TWO));
            }
        }
        return values;
    }
}
