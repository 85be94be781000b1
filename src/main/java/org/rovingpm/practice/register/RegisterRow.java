package org.rovingpm.practice.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.PracticeStatus;
import org.rovingpm.practice.file.UnreadableRow;

/** A GP practice as the NHS register gives it: in a row of the file epraccur.csv, or through its API (line 0). */
record RegisterRow(
        long line,
        OdsCode code,
        String name,
        String grouping,
        String icb,
        String address,
        Postcode postcode,
        LocalDate openedOn,
        LocalDate closedOn,
        PracticeStatus status,
        String subIcb,
        String telephone) {

    static final int COLUMNS = 27;

    private static final String GP_PRACTICE = "4";
    private static final String WALES = "W00";
    private static final int LONGEST = 100;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cc}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ORGANISATION = Pattern.compile("[A-Z0-9]{2,10}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Whether the row, which has all its columns, is a GP practice and not another prescriber. */
    static boolean isPractice(List<String> columns) {
        return columns.get(25).strip().equals(GP_PRACTICE);
    }

    static RegisterRow read(long line, List<String> columns) {
        String code = text(columns, 1);
        if (code == null) {
            throw new UnreadableRow("has no practice code in column 1");
        }
        String name = text(columns, 2);
        if (name == null) {
            throw new UnreadableRow("has no name in column 2");
        }
        String status = text(columns, 13);
        return new RegisterRow(
                line,
                OdsCode.of(code)
                        .orElseThrow(() -> new UnreadableRow("has “%s” in column 1, which is not an ODS code", code)),
                name,
                text(columns, 3),
                organisation(columns, 4),
                address(columns),
                postcode(columns, 10),
                date(columns, 11),
                date(columns, 12),
                statusOf(status == null ? "" : status),
                organisation(columns, 15),
                text(columns, 18));
    }

    /** @param icb code of the ICB that the scheme serves, null for all of England */
    boolean isServed(String icb) {
        return icb == null ? !WALES.equals(grouping) : icb.equals(this.icb);
    }

    private static String address(List<String> columns) {
        String address = IntStream.rangeClosed(5, 9)
                .mapToObj(column -> text(columns, column))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return address.isEmpty() ? null : address;
    }

    private static String organisation(List<String> columns, int column) {
        String code = text(columns, column);
        if (code != null && !ORGANISATION.matcher(code).matches()) {
            throw new UnreadableRow("has “%s” in column %d, which is not the code of an organisation", code, column);
        }
        return code;
    }

    private static Postcode postcode(List<String> columns, int column) {
        String written = text(columns, column);
        return written == null
                ? null
                : Postcode.of(written)
                        .orElseThrow(() ->
                                new UnreadableRow("has “%s” in column %d, which is not a postcode", written, column));
    }

    private static LocalDate date(List<String> columns, int column) {
        String written = text(columns, column);
        try {
            return written == null ? null : LocalDate.parse(written, DATE);
        } catch (DateTimeParseException notADate) {
            throw new UnreadableRow("has “%s” in column %d, which is not a date such as 20260331", written, column);
        }
    }

    /** The column, counted from 1, as one line of text; null if it is empty. */
    private static String text(List<String> columns, int column) {
        return text(columns.get(column - 1), "column " + column);
    }

    /** The text on one line; null if it is empty. */
    static String text(String written, String where) {
        String text =
                written == null ? "" : SPACES.matcher(written).replaceAll(" ").strip();
        if (UNPRINTABLE.matcher(text).find()) {
            throw new UnreadableRow("has a character in %s that cannot be shown", where);
        }
        if (text.length() > LONGEST) {
            throw new UnreadableRow("has more than %d characters in %s", LONGEST, where);
        }
        return text.isEmpty() ? null : text;
    }

    private static PracticeStatus statusOf(String letter) {
        return switch (letter) {
            case "A" -> PracticeStatus.ACTIVE;
            case "D" -> PracticeStatus.DORMANT;
            case "C" -> PracticeStatus.CLOSED;
            case "P" -> PracticeStatus.PROPOSED;
            default -> throw new UnreadableRow("has the status “%s” in column 13: it must be A, C, D or P", letter);
        };
    }
}
