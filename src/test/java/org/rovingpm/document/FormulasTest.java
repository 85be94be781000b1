package org.rovingpm.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd",
                "  =A1",
                "\t=A1",
                "\"=A1",
                "'=A1",
                "=HYPERLINK(\"http://example.org\")\nand more"
            })
    void whatWouldBeAFormulaStandsBehindAnApostrophe(String cell) {
        assertThat(Formulas.asText(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Hill Surgery", "RPM-2026-0042", "+44 115 496 0000", "-12.50", "a = b", "O’Brien & Co", "RED"
            })
    void everythingElseStaysAsItIs(String cell) {
        assertThat(Formulas.asText(cell)).isEqualTo(cell);
    }
}
