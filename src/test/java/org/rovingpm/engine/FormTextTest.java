package org.rovingpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.org",
                "http://example.org/a-b_c/~d?e=1&f=%20#g",
                "www.example-practice.co.uk",
                "https://example.org:8443/"
            })
    void anAddressThatSomebodyWroteStaysALink(String address) {
        assertThat(FormText.escaped(address)).isEqualTo(address);
        assertThat(FormText.escaped("See " + address + ", please.")).isEqualTo("See " + address + ", please\\.");
    }

    @Test
    void whatSurroundsAnAddressIsStillEscaped() {
        assertThat(FormText.escaped("[click](https://example.org) *now*"))
                .isEqualTo("\\[click\\]\\(https://example.org\\) \\*now\\*");
        assertThat(FormText.escaped("https://example.org/<b>&lt;")).isEqualTo("https://example.org/&lt;b\\>&amp;lt;");
        assertThat(FormText.escaped("1. # - `x`")).isEqualTo("1\\. \\# \\- \\`x\\`");
    }

    @Test
    void aTelephoneNumberCanBeRung() {
        assertThat(new FormText()
                        .line("Contact", "Ann Field", "+44 (0)115 496-0000")
                        .line("Role", "Partner")
                        .markdown())
                .isEqualTo(
                        "**Contact:** Ann Field, [\\+44 \\(0\\)115 496\\-0000](tel:+441154960000)  \n**Role:** Partner");
        assertThat(new FormText().line("Contact", "Ann Field", null).markdown()).isEqualTo("**Contact:** Ann Field");
    }
}
