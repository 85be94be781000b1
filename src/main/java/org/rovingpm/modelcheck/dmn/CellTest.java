package org.rovingpm.modelcheck.dmn;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a cell of an input asks, where it asks as most do: for words, numbers, dates, yes or no, by comparisons and ranges, one or
 * several, or for none of them. Such cells can be compared with each other without asking FEEL about any value.
 *
 * @param kind of what it asks; null where everything will do
 * @param not  whether it asks for everything but the parts
 */
record CellTest(Kind kind, boolean not, List<Part> parts) {

    /** What a cell may ask about. */
    enum Kind {
        NUMBER,
        DAY,
        WORD,
        YES_OR_NO
    }

    /**
     * One of several that are asked for: a word, yes or no, or a range of numbers or days.
     *
     * @param value null for a range
     * @param from  null where it has no lower end; days are counted from 1970
     * @param to    null where it has no upper end
     */
    record Part(Kind kind, Object value, BigDecimal from, boolean withFrom, BigDecimal to, boolean withTo) {}

    private static final String LITERAL =
            "(-?\\d{1,30}(?:\\.\\d{1,20})?|\"[^\"\\\\]*\"|true|false|date\\(\\s*\"[^\"\\\\]*\"\\s*\\))";
    private static final Pattern PART = Pattern.compile(
            "\\s*(?:(<=|>=|<|>)?\\s*%1$s|([\\[(\\]])\\s*%1$s\\s*\\.\\.\\s*%1$s\\s*([])\\[]))\\s*".formatted(LITERAL));
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

    /** @return empty where the cell asks in another way, or cannot be read */
    static Optional<CellTest> read(String cell) {
        if (cell.isEmpty() || cell.equals("-")) {
            return Optional.of(new CellTest(null, false, List.of()));
        }
        Matcher negated = NOT.matcher(cell);
        boolean not = negated.matches();
        List<Part> parts = parts(not ? negated.group(1) : cell);
        boolean mixed = parts.stream().map(Part::kind).distinct().count() != 1;
        // FEEL computes not(true) before it compares, and nothing matches
        return mixed || not && parts.get(0).kind() == Kind.YES_OR_NO
                ? Optional.empty()
                : Optional.of(new CellTest(parts.get(0).kind(), not, parts));
    }

    /** The ends of its ranges. */
    Stream<BigDecimal> ends() {
        return parts.stream()
                .flatMap(part -> Stream.of(Optional.ofNullable(part.from()), Optional.ofNullable(part.to())))
                .flatMap(Optional::stream);
    }

    /** The words in it. */
    Stream<Object> words() {
        return parts.stream().map(Part::value).filter(Objects::nonNull);
    }

    /** @return empty if not all of it can be read */
    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher read = PART.matcher(text);
        for (int at = 0; read.region(at, text.length()).lookingAt(); at = read.end() + 1) {
            Optional<Part> part = part(read);
            if (part.isEmpty()) {
                return List.of();
            }
            parts.add(part.get());
            if (read.end() == text.length()) {
                return parts;
            }
            if (text.charAt(read.end()) != ',') {
                return List.of();
            }
        }
        return List.of();
    }

    private static Optional<Part> part(Matcher read) {
        if (read.group(2) == null) {
            Part from = literal(read.group(4)).orElse(null);
            Part to = literal(read.group(5)).orElse(null);
            return from == null || to == null || from.kind() != to.kind() || from.from() == null
                    ? Optional.empty()
                    : Optional.of(new Part(
                            from.kind(),
                            null,
                            from.from(),
                            read.group(3).equals("["),
                            to.to(),
                            read.group(6).equals("]")));
        }
        Optional<Part> literal = literal(read.group(2));
        String sign = read.group(1);
        return sign == null
                ? literal
                : literal.filter(part -> part.from() != null).map(part -> compared(part, sign));
    }

    private static Part compared(Part bound, String sign) {
        boolean with = sign.endsWith("=");
        return sign.startsWith("<")
                ? new Part(bound.kind(), null, null, false, bound.to(), with)
                : new Part(bound.kind(), null, bound.from(), with, null, false);
    }

    private static Optional<Part> literal(String text) {
        if (text.startsWith("\"")) {
            return Optional.of(value(Kind.WORD, text.substring(1, text.length() - 1)));
        }
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(value(Kind.YES_OR_NO, Boolean.valueOf(text)));
        }
        if (!text.startsWith("date")) {
            return Optional.of(single(Kind.NUMBER, new BigDecimal(text)));
        }
        try {
            String day = text.substring(text.indexOf('"') + 1, text.lastIndexOf('"'));
            return Optional.of(
                    single(Kind.DAY, BigDecimal.valueOf(LocalDate.parse(day).toEpochDay())));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Part value(Kind kind, Object value) {
        return new Part(kind, value, null, false, null, false);
    }

    private static Part single(Kind kind, BigDecimal number) {
        return new Part(kind, null, number, true, number, true);
    }
}
