package org.rovingpm.practice.register;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.file.RefusedRow;

/**
 * What loading the register did.
 *
 * @param file      name of the file
 * @param rows      rows of the file
 * @param practices GP practices among them that could be read, of the scheme or not
 * @param inScheme  how many of those the scheme serves, open or not
 * @param changes   what changed, practice by practice
 * @param refused   rows left out, the first thousand
 * @param refusedRows how many rows were left out
 */
public record RegisterReport(
        String file,
        long rows,
        long practices,
        long inScheme,
        List<RegisterChange> changes,
        List<RefusedRow> refused,
        long refusedRows) {

    public long count(RegisterChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** All of it in a sentence or two. */
    public String summary() {
        String changed = Arrays.stream(RegisterChange.Kind.values())
                .filter(kind -> count(kind) > 0)
                .map(kind -> BritishFormat.number(count(kind)) + " " + kind.words())
                .collect(Collectors.joining(", "));
        return "Loaded the register %s: %s, %s, %s of them in the scheme. %s. %s."
                .formatted(
                        file,
                        BritishFormat.count(rows, "row"),
                        BritishFormat.count(practices, "GP practice"),
                        BritishFormat.number(inScheme),
                        changed.isEmpty() ? "Nothing changed" : "Changes: " + changed,
                        refusedRows == 0 ? "No row left out" : BritishFormat.count(refusedRows, "row") + " left out");
    }
}
