package org.rovingpm.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is led to another host after signing in. */
class FreshSessionTest {

    @ParameterizedTest
    @CsvSource({
        "https://pm.example.org/cases/RPM-2026-0001?page=2, /cases/RPM-2026-0001?page=2",
        "https://evil.example/stuck, /stuck",
        "https://pm.example.org//evil.example/, /evil.example/",
        "https://pm.example.org/\\evil.example, /evil.example",
        "//evil.example/x, /x",
        "/, /"
    })
    void leadsToAPageOfThisHost(String asked, String led) {
        assertThat(FreshSession.here(asked)).isEqualTo(led);
    }
}
