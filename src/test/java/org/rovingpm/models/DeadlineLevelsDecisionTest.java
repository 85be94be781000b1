package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.fixture.model.Decision;

class DeadlineLevelsDecisionTest {

    private static final Decision LEVELS = Decision.of("deadline-levels.dmn", "deadline-levels");

    @ParameterizedTest(name = "{0}, {1}: {2}, {3}, {4}, {5} hours, {6}")
    @CsvSource({
        "Assess request, Warning, -1, -2, -4, -2, Whoever has it",
        "Assess request, First escalation, 1, 4, 8, 4, Its team",
        "Choose PM, Second escalation, 8, 16, 40, 16, Service managers",
        "Report the week, Warning, 0, 0, 0, 0, Nobody",
        "Report the week, Second escalation, 0, 0, 0, 0, Nobody",
        "Respond to offer, First escalation, 0, 0, 0, 0, Nobody"
    })
    void eachLevelSaysWhenAndWho(
            String step, String level, double red, double amber, double green, double unrated, String told) {
        Map<String, Object> answer = LEVELS.rule(Map.of("step", step, "level", level));
        assertThat(((Number) answer.get("red")).doubleValue()).isEqualTo(red);
        assertThat(((Number) answer.get("amber")).doubleValue()).isEqualTo(amber);
        assertThat(((Number) answer.get("green")).doubleValue()).isEqualTo(green);
        assertThat(((Number) answer.get("unrated")).doubleValue()).isEqualTo(unrated);
        assertThat(answer).containsEntry("tells", told);
    }
}
