package org.rovingpm.practice.position;

import java.util.List;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.file.RefusedRow;

/**
 * What loading a file of positions did.
 *
 * @param file        name of the file
 * @param unchanged   true where the file is the one loaded last, which was therefore not read again
 * @param positions   positions that could be read
 * @param changed     how many of those are new or differ from what was known
 * @param withoutPosition rows that say themselves that they have no position
 * @param refused     rows left out, the first thousand
 * @param refusedRows how many rows were left out
 */
public record PositionsReport(
        String file,
        boolean unchanged,
        long positions,
        long changed,
        long withoutPosition,
        List<RefusedRow> refused,
        long refusedRows) {

    /** All of it in a sentence or two. */
    public String summary() {
        if (unchanged) {
            return "The positions in %s have not changed since they were loaded.".formatted(file);
        }
        return "Loaded the positions in %s: %s, %s of them new or changed.%s %s."
                .formatted(
                        file,
                        BritishFormat.number(positions),
                        BritishFormat.number(changed),
                        withoutPosition == 0
                                ? ""
                                : " Without a position: %s.".formatted(BritishFormat.count(withoutPosition, "row")),
                        refusedRows == 0 ? "No row left out" : BritishFormat.count(refusedRows, "row") + " left out");
    }
}
