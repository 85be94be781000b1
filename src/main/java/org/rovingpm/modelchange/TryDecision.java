package org.rovingpm.modelchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rovingpm.engine.Decisions;
import org.rovingpm.engine.PastDecisions;
import org.rovingpm.engine.PastDecisions.PastDecision;
import org.springframework.stereotype.Component;

/** Compares what a changed decision would have answered for past cases with what it answered then. */
@Component
public class TryDecision {

    /** How many past cases are evaluated again. */
    static final int MOST = 30;

    private final List<PastDecisions> pasts;
    private final Decisions decisions;

    TryDecision(List<PastDecisions> pasts, Decisions decisions) {
        this.pasts = pasts;
        this.decisions = decisions;
    }

    /**
     * @param given  the answer then
     * @param before the answer of the version before to the same facts; null if there is none
     * @param after  the answer of the changed version; null if there is none
     */
    public record Row(String reference, Instant at, String given, String before, String after) {

        public boolean isDifferent() {
            return !Objects.equals(before == null ? given : before, after);
        }
    }

    /** @param label the name of the output */
    public record Result(String label, List<Row> rows) {

        public long different() {
            return rows.stream().filter(Row::isDifferent).count();
        }
    }

    /** @return empty for a file whose decision has no recorded past */
    public Optional<Result> on(ChangedFile file) {
        return pasts.stream()
                .filter(past -> file.isDecision() && past.decision().equals(file.key()))
                .findFirst()
                .map(past -> compare(past, file));
    }

    private Result compare(PastDecisions past, ChangedFile file) {
        List<PastDecision> recent = past.recent(MOST);
        List<Map<String, Object>> facts =
                recent.stream().map(PastDecision::facts).toList();
        List<Optional<String>> after = decisions.tryOut(past.decision(), file.after(), facts, past.output());
        List<Optional<String>> before =
                file.before() == null ? null : decisions.tryOut(past.decision(), file.before(), facts, past.output());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < recent.size(); i++) {
            rows.add(new Row(
                    recent.get(i).reference(),
                    recent.get(i).at(),
                    recent.get(i).given(),
                    before == null ? null : before.get(i).orElse(null),
                    after.get(i).orElse(null)));
        }
        return new Result(past.label(), rows);
    }
}
