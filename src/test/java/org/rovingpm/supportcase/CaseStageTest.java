package org.rovingpm.supportcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.supportcase.CaseStage.CaseEvent;

class CaseStageTest {

    @Test
    void nothingHappensToACaseThatHasEnded() {
        for (CaseStage ended : List.of(CaseStage.CLOSED, CaseStage.DECLINED)) {
            assertThat(CaseEvent.values()).noneMatch(ended::allows);
        }
    }

    @ParameterizedTest
    @EnumSource(CaseStage.class)
    void everyStageButTheFirstIsReachedAndEveryOpenOneLeft(CaseStage stage) {
        boolean reached = Arrays.stream(CaseStage.values()).anyMatch(from -> Arrays.stream(CaseEvent.values())
                .anyMatch(event -> from.allows(event) && from.after(event) == stage));
        assertThat(reached).isTrue();
        assertThat(Arrays.stream(CaseEvent.values()).anyMatch(stage::allows)).isEqualTo(stage.open());
    }

    @Test
    void closureCanBeginAtEveryOpenStageButItsOwn() {
        assertThat(Arrays.stream(CaseStage.values()).filter(stage -> stage.allows(CaseEvent.CLOSURE_BEGUN)))
                .containsExactlyInAnyOrder(Arrays.stream(CaseStage.values())
                        .filter(stage -> stage.open() && stage != CaseStage.CLOSING)
                        .toArray(CaseStage[]::new));
    }
}
