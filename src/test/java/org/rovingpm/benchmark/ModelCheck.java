package org.rovingpm.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.rovingpm.modelcheck.CheckModels;
import org.rovingpm.modelcheck.PackagedFiles;
import org.rovingpm.modelcheck.Report;
import org.rovingpm.modelcheck.known.ModelFile;

/** The check of every process, decision and form at once, before a deployment is accepted, and of the largest table alone. */
final class ModelCheck implements Subject {

    private static final int ROWS = 2_000;
    private static final int COLUMNS = 30;

    @Override
    public void measure(Application application, BenchmarkTable table) {
        CheckModels check = application.bean(CheckModels.class);
        List<ModelFile> files = PackagedFiles.all();
        Report report = check.check(files);
        if (!report.accepted()) {
            throw new IllegalStateException(report.refusal());
        }
        table.times(
                "Check of models: %d files together".formatted(files.size()),
                Times.of(10, () -> check.check(files)),
                2000);
        ModelFile largest = new ModelFile("largest.dmn", largest().getBytes(StandardCharsets.UTF_8));
        table.times(
                "Check of a table of %,d rows and %d columns".formatted(ROWS, COLUMNS),
                Times.of(10, () -> check.check(List.of(largest))),
                2000);
    }

    /** A table in which each row asks in its own way, and has a number so that no two meet. */
    private static String largest() {
        Random random = new Random(ROWS);
        StringBuilder text = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="definitions" name="Largest" namespace="http://camunda.org/schema/1.0/dmn">
                <decision id="largest" name="Largest" camunda:historyTimeToLive="P30D"><decisionTable id="table">""");
        for (int column = 0; column < COLUMNS; column++) {
            text.append(
                    "<input id=\"i%1$d\"><inputExpression id=\"x%1$d\" typeRef=\"%2$s\"><text>x%1$d</text></inputExpression></input>"
                            .formatted(column, column % 2 == 0 ? "integer" : "string"));
        }
        text.append("<output id=\"o\" name=\"answer\" typeRef=\"integer\"/>");
        for (int row = 0; row < ROWS; row++) {
            text.append("<rule id=\"r%d\">".formatted(row));
            for (int column = 0; column < COLUMNS; column++) {
                text.append("<inputEntry id=\"c%d_%d\"><text>%s</text></inputEntry>"
                        .formatted(row, column, cell(row, column, random)));
            }
            text.append("<outputEntry id=\"a%1$d\"><text>%1$d</text></outputEntry></rule>".formatted(row));
        }
        return text.append("</decisionTable></decision></definitions>").toString();
    }

    private static String cell(int row, int column, Random random) {
        return column == 0
                ? String.valueOf(row)
                : random.nextInt(3) == 0
                        ? "-"
                        : column % 2 == 0 ? "&gt;= " + random.nextInt(1000) : "\"w%d\"".formatted(random.nextInt(50));
    }
}
