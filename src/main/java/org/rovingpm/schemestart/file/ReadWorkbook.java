package org.rovingpm.schemestart.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.rovingpm.submission.Refusal;

/** Reads a workbook. Nothing in it is worked out, and what would unpack to more than a spreadsheet of people's is refused first. */
final class ReadWorkbook {

    private static final long MOST_UNPACKED = 24L * 1024 * 1024;
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_SHEETS = 20;
    private static final int MOST_COLUMNS = 60;
    private static final int MOST_DIGITS = 40;
    private static final String UNREADABLE =
            "The file cannot be read as a workbook: save it as .xlsx, without a password, and send it again.";

    private ReadWorkbook() {}

    /** @return its sheets; of each at most one row more than may be imported */
    static List<RawTable> read(byte[] content, int mostRows) {
        refuseBomb(content);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            List<RawTable> tables = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().limit(MOST_SHEETS).toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    tables.add(new RawTable(
                            sheet.getName(),
                            rows.map(ReadWorkbook::row)
                                    .filter(row -> !row.empty())
                                    .limit(mostRows + 2L)
                                    .toList()));
                }
            }
            return tables;
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal("file", UNREADABLE);
        }
    }

    /** What the directory of the archive says of the sizes may be a lie: it is unpacked, and nothing of it is stored. */
    private static void refuseBomb(byte[] content) {
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[8192];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries++;
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED || entries > MOST_ENTRIES) {
                            throw new Refusal(
                                    "file",
                                    "The file unpacks to more than a spreadsheet of this kind: copy the rows into a new template.");
                        }
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new Refusal("file", UNREADABLE);
        }
    }

    private static RawTable.Row row(Row row) {
        List<Object> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
            cells.add(row.getOptionalCell(column).map(ReadWorkbook::value).orElse(null));
        }
        return new RawTable.Row(row.getRowNum(), cells);
    }

    private static Object value(Cell cell) {
        CellType type = cell.getType();
        if (cell.getFormula() != null || type == CellType.FORMULA || type == CellType.ERROR) {
            return RawTable.UNREADABLE;
        }
        return switch (type) {
            case NUMBER -> isDay(cell) ? cell.asDate().toLocalDate() : plain(cell.asNumber());
            case BOOLEAN -> cell.asBoolean();
            case EMPTY -> null;
            default -> cell.getText();
        };
    }

    /** A spreadsheet stores a day as a number, which only its format tells from others. */
    private static boolean isDay(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "").matches("(?is).*[yd].*");
    }

    /** A number that would be written with hundreds of digits is none that people type. */
    private static Object plain(BigDecimal number) {
        return Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }
}
