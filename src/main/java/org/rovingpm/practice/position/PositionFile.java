package org.rovingpm.practice.position;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.file.CsvLine;
import org.rovingpm.practice.file.InputFile;
import org.rovingpm.practice.file.RefusedRows;
import org.rovingpm.practice.file.UnreadableRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A CSV file with a header and a position in each row; the columns may be in any order, and others are ignored. */
class PositionFile {

    /** Receives each row that could be read. */
    interface RowReceiver<E extends Exception> {
        void receive(long line, String key, double latitude, double longitude) throws E;
    }

    private static final Logger LOG = LoggerFactory.getLogger(PositionFile.class);
    private static final int PROGRESS = 500_000;
    private static final double NO_POSITION = 99.9;
    private static final List<String> LATITUDE = List.of("lat", "latitude");
    private static final List<String> LONGITUDE = List.of("lon", "long", "longitude");

    private final InputFile input;
    private final PositionKind kind;
    private final RefusedRows refused = new RefusedRows();
    private long rows;
    private long withoutPosition;

    PositionFile(InputFile input, PositionKind kind) {
        this.input = input;
        this.kind = kind;
    }

    /** Passes on each row that can be read. The file may be larger than the memory. */
    <E extends Exception> void read(RowReceiver<E> receiver) throws E {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(input.path()), StandardCharsets.ISO_8859_1))) {
            Header header = header(lines.readLine());
            long line = 1;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                if (!text.isBlank()) {
                    rows++;
                    read(line, text, header, receiver);
                    logProgress();
                }
            }
        } catch (IOException failure) {
            throw input.unreadable(failure);
        }
    }

    long rows() {
        return rows;
    }

    /** How many rows say that their place has no position, as the national file does for the Channel Islands. */
    long withoutPosition() {
        return withoutPosition;
    }

    RefusedRows refused() {
        return refused;
    }

    private <E extends Exception> void read(long line, String text, Header header, RowReceiver<E> receiver) throws E {
        try {
            List<String> fields = CsvLine.fields(text);
            if (fields.size() != header.columns()) {
                throw new UnreadableRow(
                        "has %s instead of the %d of the header",
                        BritishFormat.count(fields.size(), "column"), header.columns());
            }
            String written = fields.get(header.key());
            String key = kind.read(written)
                    .orElseThrow(() -> new UnreadableRow("has “%s”, which is not %s", written, kind.description()));
            double latitude = degrees(fields.get(header.latitude()), "latitude");
            if (latitude >= NO_POSITION) {
                withoutPosition++;
                return;
            }
            double longitude = degrees(fields.get(header.longitude()), "longitude");
            if (latitude < 49 || latitude > 61.5 || longitude < -9.5 || longitude > 2.5) {
                throw new UnreadableRow(
                        "has the position %s, %s, which is not in the United Kingdom", latitude, longitude);
            }
            receiver.receive(line, key, latitude, longitude);
        } catch (UnreadableRow unreadable) {
            refused.add(line, unreadable.getMessage());
        }
    }

    private Header header(String line) {
        if (line == null) {
            throw input.refused("%s is empty", input);
        }
        String withoutMark = line.startsWith("\u00EF\u00BB\u00BF") ? line.substring(3) : line;
        List<String> names;
        try {
            names = CsvLine.fields(withoutMark).stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (UnreadableRow malformed) {
            throw input.refused("the first line of %s %s", input, malformed.getMessage());
        }
        Function<List<String>, Integer> column = headers -> headers.stream()
                .map(names::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElseThrow(() -> input.refused(
                        "the first line of %s must name the columns, and none is named %s",
                        input, String.join(" or ", headers)));
        return new Header(names.size(), column.apply(kind.headers()), column.apply(LATITUDE), column.apply(LONGITUDE));
    }

    private static double degrees(String written, String what) {
        Optional<Double> degrees = number(written.strip());
        return degrees.orElseThrow(
                () -> new UnreadableRow("has “%s” as its %s, which is not a number of degrees", written, what));
    }

    private static Optional<Double> number(String written) {
        try {
            double number = Double.parseDouble(written);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private void logProgress() {
        if (rows % PROGRESS == 0) {
            LOG.info("Reading {}: {} rows so far", input, BritishFormat.number(rows));
        }
    }

    private record Header(int columns, int key, int latitude, int longitude) {}
}
