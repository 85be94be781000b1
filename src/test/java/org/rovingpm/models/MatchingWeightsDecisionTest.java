package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.model.Decision;

class MatchingWeightsDecisionTest {

    private static final Decision MATCHING_WEIGHTS = Decision.of("matching-weights.dmn", "matching-weights");

    @ParameterizedTest
    @CsvSource({"RED, 50, 30, 15, 5, 10, 45", "AMBER, 45, 25, 15, 15, 8, 35", "GREEN, 40, 15, 15, 30, 5, 30"})
    void weighsByTheRating(
            String rag, int skills, int distance, int history, int fairness, int nearMiles, int farMiles) {
        assertThat(MATCHING_WEIGHTS.rule(Map.of("rag", rag)))
                .isEqualTo(Map.of(
                        "skills",
                        skills,
                        "distance",
                        distance,
                        "history",
                        history,
                        "fairness",
                        fairness,
                        "nearMiles",
                        nearMiles,
                        "farMiles",
                        farMiles));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RED", "AMBER", "GREEN"})
    void theWeightsOfEachRatingAddUpToAHundred(String rag) {
        Map<String, Object> weights = MATCHING_WEIGHTS.rule(Map.of("rag", rag));

        int sum = Stream.of("skills", "distance", "history", "fairness")
                .mapToInt(weight -> ((Number) weights.get(weight)).intValue())
                .sum();

        assertThat(sum).isEqualTo(100);
        assertThat((Integer) weights.get("nearMiles")).isLessThan((Integer) weights.get("farMiles"));
    }
}
