package org.rovingpm.schemestart.sheet;

import java.util.List;

/**
 * What a file says.
 *
 * @param rows     in the order in which they are imported
 * @param problems what cannot be read in it
 */
public record Spreadsheet(List<SheetRow> rows, List<RowProblem> problems) {

    public Spreadsheet {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }
}
