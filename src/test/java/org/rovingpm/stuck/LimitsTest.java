package org.rovingpm.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rovingpm.engine.BrokenDecision;
import org.rovingpm.engine.RowsByRating;
import org.rovingpm.supportcase.Rag;

/** A row of the limits that cannot be read takes nothing away: what it is for is listed at once, and the rest as ever. */
class LimitsTest {

    private final Limits limits = new Limits(() -> "1", cause -> {
        if (cause == Cause.OVERDUE_TASK) {
            throw new BrokenDecision("The decision stuck-limits gives no number for “red”: fill in the cell.");
        }
        return new RowsByRating.Row(1, 2, 3, 4);
    });

    @Test
    void aBrokenRowIsShownInASentence() {
        assertThat(limits.problems())
                .containsExactly("The decision stuck-limits gives no number for “red”: fill in the cell.");
    }

    @Test
    void theOtherRowsGoOn() {
        assertThat(limits.inForce().of(Cause.OVERDUE_TASK, Rag.RED)).isEqualTo(Duration.ZERO);
        assertThat(limits.inForce().of(Cause.NOBODY_SUITABLE, Rag.AMBER)).isEqualTo(Duration.ofDays(2));
        assertThat(limits.inForce().of(Cause.NOBODY_SUITABLE, null)).isEqualTo(Duration.ofDays(4));
    }
}
