package org.rovingpm.practice.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.file.CsvLine;
import org.rovingpm.practice.file.InputFile;
import org.rovingpm.practice.file.RefusedRows;
import org.rovingpm.practice.file.UnreadableRow;

/** The NHS file epraccur.csv, read as far as it can be: what cannot be read is refused row by row. */
class RegisterFile {

    private static final long LARGEST = 100_000_000;
    private static final int MOST_LINES_OF_A_ROW = 10;
    private static final Charset LATIN_1 = Charset.forName("windows-1252");
    private static final Pattern CODE_IN_FRONT = Pattern.compile("\\s*\"?\\s*([A-Za-z0-9]{3,10})\\b.*", Pattern.DOTALL);

    private final Map<OdsCode, RegisterRow> practices = new HashMap<>();
    private final Set<OdsCode> unread = new HashSet<>();
    private final RefusedRows refused = new RefusedRows();
    private long rows;

    private RegisterFile() {}

    /** Refuses a file without a single practice that can be read. */
    static RegisterFile read(InputFile input) {
        RegisterFile file = new RegisterFile();
        try {
            if (Files.size(input.path()) > LARGEST) {
                throw input.refused("%s is larger than 100 MB, so it is not the register", input);
            }
            file.readLines(text(Files.readAllBytes(input.path())).lines().toList());
        } catch (IOException failure) {
            throw input.unreadable(failure);
        }
        if (file.rows == 0) {
            throw input.refused("%s is empty", input);
        }
        if (file.practices.isEmpty()) {
            throw input.refused(
                    "%s, %s, has no GP practice that can be read%s",
                    input,
                    BritishFormat.count(file.rows, "row"),
                    file.refused.listed().stream()
                            .findFirst()
                            .map(row -> " (line %d %s)".formatted(row.line(), row.reason()))
                            .orElse(""));
        }
        return file;
    }

    List<RegisterRow> practices() {
        return List.copyOf(practices.values());
    }

    /** Codes at the beginning of rows that could not be read: those practices are in the file all the same. */
    Set<OdsCode> unread() {
        return unread;
    }

    RefusedRows refused() {
        return refused;
    }

    long rows() {
        return rows;
    }

    /** The NHS writes Latin-1; a file that went through another program may be UTF-8, with or without a byte order mark. */
    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, LATIN_1);
        }
    }

    private void readLines(List<String> lines) {
        for (int i = 0; i < lines.size(); ) {
            i += lines.get(i).isBlank() ? 1 : readRow(lines, i);
        }
    }

    /** @return how many lines the row took: more than one where a quoted field has line breaks */
    private int readRow(List<String> lines, int first) {
        rows++;
        String row = lines.get(first);
        for (int lineCount = 1; lineCount <= MOST_LINES_OF_A_ROW; lineCount++) {
            if (quotesAreEven(row) && (lineCount == 1 || isWhole(row))) {
                readRow(first + 1L, row);
                return lineCount;
            }
            if (first + lineCount == lines.size()) {
                break;
            }
            row = row + "\n" + lines.get(first + lineCount);
        }
        // Only this line is given up, so that one missing quotation mark does not swallow the practices below it
        refuse(first + 1L, lines.get(first), "has a quotation mark that is never closed");
        return 1;
    }

    private void readRow(long line, String row) {
        try {
            List<String> columns = CsvLine.fields(row);
            if (columns.size() != RegisterRow.COLUMNS) {
                throw new UnreadableRow(
                        "has %s instead of %d", BritishFormat.count(columns.size(), "column"), RegisterRow.COLUMNS);
            }
            if (RegisterRow.isPractice(columns)) {
                add(RegisterRow.read(line, columns));
            }
        } catch (UnreadableRow unreadable) {
            refuse(line, row, unreadable.getMessage());
        }
    }

    private void add(RegisterRow practice) {
        RegisterRow earlier = practices.putIfAbsent(practice.code(), practice);
        if (earlier != null) {
            throw new UnreadableRow(
                    "repeats the practice %s of line %d", practice.code().value(), earlier.line());
        }
    }

    private void refuse(long line, String row, String reason) {
        refused.add(line, reason);
        Matcher code = CODE_IN_FRONT.matcher(row);
        if (code.matches()) {
            unread.add(new OdsCode(code.group(1)));
        }
    }

    private static boolean isWhole(String row) {
        try {
            return CsvLine.fields(row).size() == RegisterRow.COLUMNS;
        } catch (UnreadableRow malformed) {
            return false;
        }
    }

    private static boolean quotesAreEven(String row) {
        return row.chars().filter(character -> character == '"').count() % 2 == 0;
    }
}
