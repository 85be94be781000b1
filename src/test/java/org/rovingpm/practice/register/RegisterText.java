package org.rovingpm.practice.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes small registers as the NHS writes its own: 27 quoted columns, no header, Latin-1. */
public class RegisterText {

    private final List<String> rows = new ArrayList<>();

    /** An open practice of the ICB QT1. */
    public static String[] practice(String code, String name) {
        String[] columns = new String[27];
        Arrays.fill(columns, "");
        columns[0] = code;
        columns[1] = name;
        columns[2] = "Y60";
        columns[3] = "QT1";
        columns[4] = "1 HIGH STREET";
        columns[6] = "NOTTINGHAM";
        columns[9] = "NG7 2NR";
        columns[10] = "19740401";
        columns[12] = "A";
        columns[13] = "B";
        columns[14] = "52R";
        columns[17] = "0115 496 0001";
        columns[25] = "4";
        return columns;
    }

    /** Sets columns, counted from 1: with(row, 13, "C", 12, "20260331"). */
    static String[] with(String[] row, Object... columnsAndValues) {
        String[] changed = row.clone();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            changed[(int) columnsAndValues[i] - 1] = (String) columnsAndValues[i + 1];
        }
        return changed;
    }

    public RegisterText row(String... columns) {
        return line(Arrays.stream(columns)
                .map(column -> '"' + column.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",")));
    }

    public RegisterText line(String line) {
        rows.add(line);
        return this;
    }

    public Path in(Path folder) {
        return in(folder, StandardCharsets.ISO_8859_1, "");
    }

    public Path in(Path folder, Charset charset, String before) {
        try {
            return Files.writeString(
                    Files.createTempFile(folder, "register", ".csv"), before + String.join("\n", rows) + "\n", charset);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
