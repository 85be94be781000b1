package org.rovingpm.schemestart.file;

import java.util.List;

/** The cells of a sheet as they stand in a file; the first row has the headings. */
record RawTable(String name, List<Row> rows) {

    /** A row of cells. A cell is a text, a number, a day, a yes or no, null where it is empty, or {@link #UNREADABLE}. */
    record Row(int number, List<Object> cells) {

        boolean empty() {
            return cells.stream()
                    .allMatch(cell -> cell == null || cell.toString().isBlank());
        }
    }

    /** A cell that a spreadsheet works out, or has failed to: only its value could be imported. */
    static final Object UNREADABLE = new Object() {
        @Override
        public String toString() {
            return "=";
        }
    };
}
