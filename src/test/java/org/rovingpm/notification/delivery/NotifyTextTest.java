package org.rovingpm.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# Urgent; \\# Urgent",
                "  ## Urgent; \\## Urgent",
                "- one; \\- one",
                "* one; \\* one",
                "+ one; \\+ one",
                "1. one; 1\\. one",
                "---; \\---",
                "***; \\***",
                "> quoted; \\> quoted",
                "[Sign in](https://evil.example.org); \\[Sign in\\](https://evil.example.org)",
                "![x](https://evil.example.org/x.png); !\\[x\\](https://evil.example.org/x.png)",
                "[x]: https://evil.example.org; \\[x\\]: https://evil.example.org",
                "a | b; a \\| b",
                "C:\\temp; C:\\\\temp"
            })
    void nothingTypedBecomesMarkup(String typed, String escaped) {
        assertThat(NotifyText.escaped(typed)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource({"^ inset", "• one", "==="})
    void whatCannotBeEscapedNoLongerBeginsItsLine(String typed) {
        assertThat(NotifyText.escaped(typed)).isEqualTo("\u2060" + typed);
    }

    @Test
    void wordsLinesAndAddressesStayAsTheyAre() {
        String text = "Dear Dr O'Neill-Smith,\n\nPlease answer (by 3.30 pm): 2 * 3 = 6\n\n"
                + "https://pm.example.org/answer/aB_c-D__e*f?x=[1]|2\n\nYours";
        assertThat(NotifyText.escaped(text)).isEqualTo(text);
    }
}
