package org.rovingpm.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final List<String> KINDS = List.of("PM_ABSENCE", "HANDOVER", "IT_AND_REPORTS");

    private static Map<String, Object> facts(LocalDate atRiskBy, LocalDate eventOn, List<String> help) {
        return new RatingFacts(atRiskBy, true, false, true, "INSPECTION", eventOn, 9000, "GOOD", help).on(DAY, KINDS);
    }

    @Test
    void givesTheDecisionEveryInputByItsName() {
        assertThat(facts(null, null, List.of()).keySet()).isEqualTo(RatingFacts.names(KINDS));
    }

    @Test
    void countsTheDaysFromTheDayOfTheRating() {
        assertThat(facts(DAY.plusDays(7), DAY.minusDays(1), List.of()))
                .containsEntry("daysAtRisk", 7L)
                .containsEntry("dayAtRiskKnown", true)
                .containsEntry("daysToEvent", -1L);
    }

    @Test
    void saysWhatIsNotKnown() {
        assertThat(facts(null, null, List.of()))
                .containsEntry("daysAtRisk", null)
                .containsEntry("dayAtRiskKnown", false)
                .containsEntry("daysToEvent", null);
    }

    @Test
    void saysForEachKindOfHelpWhetherItIsRequested() {
        assertThat(facts(null, null, List.of("PM_ABSENCE", "IT_AND_REPORTS")))
                .containsEntry("helpWithPmAbsence", true)
                .containsEntry("helpWithItAndReports", true)
                .containsEntry("helpWithHandover", false)
                .containsEntry("kindsOfHelp", 2);
    }
}
