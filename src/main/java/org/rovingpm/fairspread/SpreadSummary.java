package org.rovingpm.fairspread;

import java.util.ArrayList;
import java.util.List;
import org.rovingpm.engine.Submission;
import org.rovingpm.fairspread.FairSpread.Had;
import org.rovingpm.fairspread.FairSpread.Spread;
import org.rovingpm.fairspread.FairSpread.Waiting;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The spread as forms show it to whoever opens them: rows of a table. */
@Component
public class SpreadSummary {

    private final FairSpread fairSpread;

    SpreadSummary(FairSpread fairSpread) {
        this.fairSpread = fairSpread;
    }

    /** @param where the practice or its area */
    public record Row(String where, String cases, String sessions, String spent, String waiting) {}

    /** @return the practice, and its area where that is known */
    public List<Row> rows(CaseReference reference) {
        Spread spread = fairSpread.of(reference, Submission.person());
        List<Row> rows = new ArrayList<>();
        rows.add(row("This practice", spread.practice(), ""));
        if (spread.area() != null) {
            rows.add(row("Area " + spread.area(), spread.inArea(), inWords(spread.waiting())));
        }
        return rows;
    }

    private static Row row(String where, Had had, String waiting) {
        return new Row(
                where,
                Long.toString(had.cases()),
                BritishFormat.number(had.sessions()),
                BritishFormat.pounds(had.pounds()),
                waiting);
    }

    private static String inWords(Waiting waiting) {
        List<String> parts = new ArrayList<>();
        add(parts, waiting.red(), "red");
        add(parts, waiting.amber(), "amber");
        add(parts, waiting.green(), "green");
        add(parts, waiting.unrated(), "not rated");
        return parts.isEmpty() ? "None" : String.join(", ", parts);
    }

    private static void add(List<String> parts, long number, String rating) {
        if (number > 0) {
            parts.add(number + " " + rating);
        }
    }
}
