package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.fixture.model.Decision;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.Limits;

class StuckLimitsDecisionTest {

    private static final Decision LIMITS = Decision.of("stuck-limits.dmn", "stuck-limits");

    private static Map<String, Object> days(double days) {
        return Map.of("red", days, "amber", days, "green", days, "unrated", days);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void eachCauseHasALimitWhateverTheRating(Cause cause) {
        assertThat(LIMITS.rule(Map.of("cause", cause.label()))).isEqualTo(days(cause == Cause.NO_CHECK_IN ? 10 : 0));
    }

    @Test
    void aCauseThatTheTableDoesNotNameIsStuckAtOnce() {
        assertThat(LIMITS.rules(Map.of("cause", "another"))).isEmpty();
        assertThat(LIMITS.rule(Map.of("cause", Limits.TABLE.other()))).isEqualTo(days(0));
    }
}
