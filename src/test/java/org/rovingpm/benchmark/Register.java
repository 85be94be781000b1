package org.rovingpm.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rovingpm.practice.register.RefreshRegister;
import org.rovingpm.practice.register.RegisterReport;

/** The register of all England: a file of the NHS's shape, loaded for the first time and again. */
public final class Register implements Subject {

    private static final int ROWS = 16_000;

    @Override
    public void measure(Application application, BenchmarkTable table) {
        Path file = file(application.size().practices());
        try {
            load(application, table, file, "Register of %,d rows, loaded for the first time".formatted(ROWS));
            load(application, table, file, "the same file again");
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void load(Application application, BenchmarkTable table, Path file, String what) {
        RefreshRegister register = application.bean(RefreshRegister.class);
        RegisterReport[] report = new RegisterReport[1];
        double seconds = Times.milliseconds(() -> report[0] = register.refresh(file, null)) / 1000;
        table.number(
                "%s (%,d changes)".formatted(what, report[0].changes().size()),
                seconds,
                "s",
                BenchmarkTable.Bound.AT_MOST,
                20);
    }

    /** The practices of the scheme are in it, open; the rest are closed ones. */
    private static Path file(int practices) {
        try {
            return Files.write(
                    Files.createTempFile("register", ".csv"),
                    IntStream.rangeClosed(1, ROWS)
                            .mapToObj(number -> row(number, number <= practices))
                            .toList(),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String row(int number, boolean open) {
        String[] columns = new String[27];
        Arrays.fill(columns, "");
        columns[0] = "B%05d".formatted(number);
        columns[1] = "REGISTERED PRACTICE " + number;
        columns[2] = "Y60";
        columns[3] = "QT1";
        columns[4] = number + " HIGH STREET";
        columns[6] = "TESTBOROUGH";
        columns[9] = "B%d %dAA".formatted(1 + number % 90, number % 10);
        columns[10] = "19740401";
        columns[11] = open ? "" : "20200331";
        columns[12] = open ? "A" : "C";
        columns[13] = "B";
        columns[14] = "52R";
        columns[17] = "0115 496 0001";
        columns[25] = "4";
        return Arrays.stream(columns).map(column -> '"' + column + '"').collect(Collectors.joining(","));
    }
}
