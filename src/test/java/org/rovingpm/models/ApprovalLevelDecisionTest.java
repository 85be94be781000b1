package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.fixture.model.Decision;

class ApprovalLevelDecisionTest {

    private static final Decision APPROVAL_LEVEL = Decision.of("approval-level.dmn", "approval-level");

    @ParameterizedTest(name = "£{0}, variation {1}: budget holder needed {2}")
    @CsvSource({
        "0.00, false, false", "5000.00, false, false", "5000.01, false, true", "120000.00, false, true",
        "-800.00, true, false", "2500.00, true, false", "2500.01, true, true", "5000.00, true, true"
    })
    void theBudgetHolderApprovesWhatCostsMore(BigDecimal cost, boolean variation, boolean needed) {
        assertThat(APPROVAL_LEVEL.rule(Map.of("cost", cost, "variation", variation)))
                .containsEntry("budgetHolderNeeded", needed);
    }
}
