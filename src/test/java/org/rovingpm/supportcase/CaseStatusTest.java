package org.rovingpm.supportcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.supportcase.CaseStatus.Happening;

class CaseStatusTest {

    @Test
    void nothingHappensToACaseThatHasEnded() {
        for (CaseStatus ended : List.of(CaseStatus.CLOSED, CaseStatus.DECLINED)) {
            assertThat(Happening.values()).noneMatch(ended::allows);
        }
    }

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void everyStatusButTheFirstIsReachedAndEveryOpenOneLeft(CaseStatus status) {
        boolean reached = Arrays.stream(CaseStatus.values()).anyMatch(from -> Arrays.stream(Happening.values())
                .anyMatch(happening -> from.allows(happening) && from.after(happening) == status));
        assertThat(reached).isTrue();
        assertThat(Arrays.stream(Happening.values()).anyMatch(status::allows)).isEqualTo(status.open());
    }

    @Test
    void closureCanBeginFromEveryOpenStatusButItself() {
        assertThat(Arrays.stream(CaseStatus.values()).filter(status -> status.allows(Happening.CLOSURE_BEGUN)))
                .containsExactlyInAnyOrder(Arrays.stream(CaseStatus.values())
                        .filter(status -> status.open() && status != CaseStatus.CLOSING)
                        .toArray(CaseStatus[]::new));
    }
}
