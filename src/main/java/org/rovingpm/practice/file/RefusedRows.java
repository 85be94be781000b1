package org.rovingpm.practice.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of a file that are left out: all are counted, the first thousand listed, so that no file exhausts the memory. */
public class RefusedRows {

    public static final int MOST_LISTED = 1000;

    private final List<RefusedRow> listed = new ArrayList<>();
    private long count;

    public void add(long line, String reason) {
        count++;
        if (listed.size() < MOST_LISTED) {
            listed.add(new RefusedRow(line, reason));
        }
    }

    /** Counts rows that are not listed. */
    public void countRest(long rows) {
        count += rows;
    }

    public long count() {
        return count;
    }

    public List<RefusedRow> listed() {
        return listed.stream()
                .sorted(Comparator.comparingLong(RefusedRow::line))
                .toList();
    }
}
