package org.rovingpm.schemestart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.schemestart.sheet.SheetColumn;

/** A workbook as a person fills in the template. */
class Sheets {

    private final Map<Sheet, List<Map<String, Object>>> rows = new EnumMap<>(Sheet.class);

    /** Adds a row; values by the keys of their columns. */
    Sheets row(Sheet sheet, Map<String, Object> values) {
        rows.merge(sheet, List.of(values), (one, other) -> Stream.concat(one.stream(), other.stream())
                .toList());
        return this;
    }

    byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.newWorksheet("Explanations").value(0, 0, "Not read");
            rows.forEach((sheet, filled) -> write(workbook.newWorksheet(sheet.title()), sheet, filled));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet tab, Sheet sheet, List<Map<String, Object>> filled) {
        for (int column = 0; column < sheet.columns().size(); column++) {
            SheetColumn one = sheet.columns().get(column);
            tab.value(0, column, one.heading());
            for (int row = 0; row < filled.size(); row++) {
                Object value = filled.get(row).get(one.key());
                if (value instanceof LocalDate day) {
                    tab.value(row + 1, column, day);
                    tab.style(row + 1, column).format("dd/mm/yyyy").set();
                } else if (value instanceof Number number) {
                    tab.value(row + 1, column, number);
                } else if (value != null && value.toString().startsWith("=")) {
                    tab.formula(row + 1, column, value.toString().substring(1));
                } else if (value != null) {
                    tab.value(row + 1, column, value.toString());
                }
            }
        }
    }

    /** An open case of this practice that has just been requested. */
    static Map<String, Object> openCase(String reference, String practice, LocalDate today) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ownReference", reference);
        row.put("odsCode", practice);
        row.put("contactName", "Ann Field");
        row.put("contactRole", "GP partner");
        row.put("contactEmail", "ann.field@example.org");
        row.put("requestedOn", today.minusDays(60));
        row.put("helpKinds", "Finances; Merger");
        row.put("whatHappened", "The practice manager left (" + reference + ").");
        row.put("since", today.minusDays(90));
        row.put("cqcRating", "Good");
        row.put("pmPostVacant", "Yes");
        row.put("stage", "Requested");
        return row;
    }

    /** What a case has had from its assessment to its plan; columns of later stages are left alone at earlier ones. */
    static Map<String, Object> allTheWay(String stage, String pm, String fund, LocalDate today) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("stage", stage);
        row.put("informationAskedFor", "The latest accounts, please.");
        row.put("rag", "Amber");
        row.put("agreedWith", "Dr Field");
        row.put("helpNeeded", "Cover the post.");
        row.put("sessionsAWeek", 1);
        row.put("expectedStart", today.minusDays(40));
        row.put("expectedWeeks", 12);
        row.put("pm", pm);
        row.put("pmSince", today.minusDays(40));
        row.put("introducedOn", today.minusDays(38));
        row.put("how", "At a meeting");
        row.put("firstVisitOn", today.minusDays(35));
        row.put("startOn", today.minusDays(2));
        row.put("endOn", today.plusDays(54));
        row.put("hours", 24);
        row.put("hourlyRate", 30);
        row.put("fund", fund);
        row.put("objective", "Pay the staff on time");
        row.put("measure", "No late payslip");
        return row;
    }
}
