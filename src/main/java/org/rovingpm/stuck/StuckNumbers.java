package org.rovingpm.stuck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;

/** The number of all stuck cases by cause and rating, for monitoring, counted at most once in fifteen seconds. */
@Component
public class StuckNumbers {

    static final Duration KEPT = Duration.ofSeconds(15);

    private final StuckCases stuckCases;
    private final Clock clock;
    private Instant countedAt = Instant.EPOCH;
    private List<StuckCases.Count> numbers = List.of();

    StuckNumbers(StuckCases stuckCases, Clock clock) {
        this.stuckCases = stuckCases;
        this.clock = clock;
    }

    public synchronized List<StuckCases.Count> now() {
        Instant now = clock.instant();
        if (Duration.between(countedAt, now).abs().compareTo(KEPT) >= 0) {
            // Set before counting, so that an unavailable database is not queried again for each gauge
            countedAt = now;
            numbers = stuckCases.count(CaseReader.APPLICATION);
        }
        return numbers;
    }

    /** @param rag null outside cases */
    public int of(Cause cause, Rag rag) {
        return now().stream()
                .filter(number -> number.cause() == cause && number.rag() == rag)
                .mapToInt(StuckCases.Count::things)
                .sum();
    }
}
