package org.rovingpm.practice.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the rows of a file that are left out: counts all, keeps the first thousand, so that no file exhausts the memory. */
public class RefusedRows {

    public static final int MOST_KEPT = 1000;

    private final List<RefusedRow> kept = new ArrayList<>();
    private long count;

    public void add(long line, String reason) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(new RefusedRow(line, reason));
        }
    }

    /** Counts rows that are not kept. */
    public void countRest(long rows) {
        count += rows;
    }

    public long count() {
        return count;
    }

    public List<RefusedRow> kept() {
        return kept.stream().sorted(Comparator.comparingLong(RefusedRow::line)).toList();
    }
}
