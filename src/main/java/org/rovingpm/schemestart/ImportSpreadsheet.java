package org.rovingpm.schemestart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rovingpm.schemestart.file.ReadSpreadsheet;
import org.rovingpm.schemestart.row.RowImport;
import org.rovingpm.schemestart.row.RowImport.Imported;
import org.rovingpm.schemestart.sheet.RowProblem;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.schemestart.sheet.SheetRow;
import org.rovingpm.schemestart.sheet.Spreadsheet;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports a spreadsheet wholly or not at all, in one transaction. A trial does the same and takes it back, so that it tells
 * exactly what an import would make and refuse.
 */
@Component
public class ImportSpreadsheet {

    private static final int MOST_PROBLEMS = 200;

    private final ImportedFiles files;
    private final ReadSpreadsheet reader;
    private final Map<Sheet, RowImport> imports;
    private final TransactionTemplate whole;
    private final TransactionTemplate ofRow;

    ImportSpreadsheet(
            ImportedFiles files,
            ReadSpreadsheet reader,
            List<RowImport> imports,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.reader = reader;
        this.imports = imports.stream()
                .collect(Collectors.toMap(
                        RowImport::sheet, Function.identity(), (one, other) -> one, () -> new EnumMap<>(Sheet.class)));
        whole = new TransactionTemplate(transactions);
        // A trial is taken back also where it is part of something larger
        whole.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        ofRow = new TransactionTemplate(transactions);
        ofRow.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What became, or would become, of a file.
     *
     * @param rows     those that made something or were there already, in their order
     * @param problems at most so many that a person can work through them; while there are any, nothing is made
     * @param more     whether there are more problems
     */
    public record Result(List<Imported> rows, List<RowProblem> problems, boolean more) {

        public Result {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }

        /** @return how many PMs, funds and cases are made */
        public long made() {
            return rows.stream().filter(Imported::made).count();
        }

        /** @return how many of them are of one sheet */
        public long made(Sheet sheet) {
            return rows.stream()
                    .filter(row -> row.made() && row.row().sheet() == sheet)
                    .count();
        }
    }

    /** @return what an import would make and refuse; nothing is changed */
    public Result tryOut(long file, String who) {
        return whole.execute(transaction -> {
            transaction.setRollbackOnly();
            return take(file, who);
        });
    }

    /** Imports the file, if nothing in it is refused. Refuses one that has been imported, or that another person sent. */
    public Result run(long file, String who) {
        return whole.execute(transaction -> {
            Result result = take(file, who);
            if (result.problems().isEmpty()) {
                files.finish(file, result.made());
            } else {
                transaction.setRollbackOnly();
            }
            return result;
        });
    }

    private Result take(long file, String who) {
        Spreadsheet spreadsheet = reader.read(files.lockedContent(file, who)
                .orElseThrow(() -> new Refusal(
                        "file",
                        "This file has been imported, or its day is over: send it again to see what is left.")));
        List<RowProblem> problems = new ArrayList<>(spreadsheet.problems());
        Set<SheetRow> unreadable = unreadable(spreadsheet);
        List<Imported> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SheetRow row : spreadsheet.rows()) {
            RowImport rowImport = imports.get(row.sheet());
            String key = rowImport.key(row);
            if (!key.isEmpty() && !seen.add(key)) {
                problems.add(new RowProblem(
                        row.sheet(),
                        row.number(),
                        "",
                        "The same %s stands in another row: remove one of them."
                                .formatted(row.sheet().one())));
            } else if (!unreadable.contains(row)) {
                take(row, rowImport, file, who, rows, problems);
            }
        }
        problems.sort(Comparator.comparing(RowProblem::sheet).thenComparing(RowProblem::row));
        return new Result(
                rows, problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)), problems.size() > MOST_PROBLEMS);
    }

    /** Rows of which a cell cannot be read are not tried: what follows from a missing cell would be told as well. */
    private static Set<SheetRow> unreadable(Spreadsheet spreadsheet) {
        return spreadsheet.rows().stream()
                .filter(row -> spreadsheet.problems().stream()
                        .anyMatch(problem -> problem.sheet() == row.sheet() && problem.row() == row.number()))
                .collect(Collectors.toSet());
    }

    private void take(
            SheetRow row, RowImport rowImport, long file, String who, List<Imported> rows, List<RowProblem> problems) {
        try {
            rows.add(ofRow.execute(savepoint -> rowImport.take(row, file, who)));
        } catch (Refusal refusal) {
            refusal.problems()
                    .forEach(problem -> problems.add(new RowProblem(
                            row.sheet(), row.number(), row.sheet().headingOf(problem.field()), problem.sentence())));
        }
    }
}
