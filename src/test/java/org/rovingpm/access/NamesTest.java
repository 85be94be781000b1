package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final Instant MARRIED = Instant.parse("2026-06-01T12:00:00Z");

    private final Names names = new Names(
            Map.of("tess", "Tess Thistle", "old", "Old Hand"),
            Map.of(
                    "tess",
                    List.of(
                            new Names.Since(Instant.parse("2026-01-01T12:00:00Z"), "Tess Teasel"),
                            new Names.Since(MARRIED, "Tess Thistle")),
                    "gone",
                    List.of(new Names.Since(MARRIED, "Gone Away"))));

    @Test
    void theRecordShowsTheNameOfItsDay() {
        assertThat(names.on("tess", MARRIED.minusSeconds(1))).isEqualTo("Tess Teasel");
        assertThat(names.on("tess", MARRIED)).isEqualTo("Tess Thistle");
        assertThat(names.on("tess", Instant.EPOCH))
                .as("before names were noted")
                .isEqualTo("Tess Teasel");
        assertThat(names.of("tess")).isEqualTo("Tess Thistle");
    }

    @Test
    void aDeletedAccountKeepsItsNameThere() {
        assertThat(names.on("gone", MARRIED)).isEqualTo("Gone Away");
        assertThat(names.of("gone")).isEqualTo("Gone Away");
    }

    @Test
    void whatIsNobodysIsItself() {
        assertThat(names.of("old")).isEqualTo("Old Hand");
        assertThat(names.on("old", MARRIED)).isEqualTo("Old Hand");
        assertThat(names.on("Amber", MARRIED)).isEqualTo("Amber");
        assertThat(names.on(null, MARRIED)).isNull();
    }
}
