package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.stuck.Cause;
import org.rovingpm.supportcase.Rag;

class StuckLimitsDecisionTest {

    private static final Decision LIMITS = Decision.of("stuck-limits.dmn", "stuck-limits");

    private static double days(String cause, Rag rag) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cause", cause);
        facts.put("rag", rag == null ? null : rag.name());
        return ((Number) LIMITS.rule(facts).get("days")).doubleValue();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void eachCauseHasALimitWhateverTheRating(Cause cause) {
        for (Rag rag : Rag.values()) {
            assertThat(days(cause.key(), rag)).isEqualTo(cause == Cause.NO_CHECK_IN ? 10 : 0);
        }
        assertThat(days(cause.key(), null)).isEqualTo(cause == Cause.NO_CHECK_IN ? 10 : 0);
    }

    @Test
    void aCauseThatTheTableDoesNotNameIsStuckAtOnce() {
        assertThat(days("another", Rag.RED)).isZero();
    }
}
