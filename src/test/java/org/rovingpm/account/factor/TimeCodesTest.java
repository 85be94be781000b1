package org.rovingpm.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    private static final long A_MOMENT = 1_111_111_111;
    private static final Seed SEED = new Seed("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static TimeCodes at(long second) {
        return new TimeCodes(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    /** The examples in appendix B of RFC 6238, of whose eight digits the last six count here. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void computesTheCodesOfTheStandard(long second, String code) {
        assertThat(at(second).stepOf(code, SEED)).hasValue(second / 30);
    }

    @Test
    void takesTheCodeBeforeAndTheCodeAfterAndNoOther() {
        String code = "050471";
        long step = A_MOMENT / 30;
        assertThat(at(A_MOMENT - 30).stepOf(code, SEED)).hasValue(step);
        assertThat(at(A_MOMENT + 30).stepOf(code, SEED)).hasValue(step);
        assertThat(at(A_MOMENT - 60).stepOf(code, SEED)).isEmpty();
        assertThat(at(A_MOMENT + 60).stepOf(code, SEED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "50471", "0050471", "05047l", "050472", "٠٥٠٤٧١"})
    void takesNothingElse(String typed) {
        assertThat(at(A_MOMENT).stepOf(typed, SEED)).isEmpty();
    }

    @Test
    void noTwoSeedsAreTheSame() {
        assertThat(Seed.random().inLetters())
                .matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}")
                .isNotEqualTo(Seed.random().inLetters());
    }

    @Test
    void theAddressForAppsNamesApplicationAccountAndKey() {
        assertThat(SEED.address("j.smith@example.org"))
                .isEqualTo("otpauth://totp/Roving%20PM:j.smith%40example.org"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Roving%20PM");
    }
}
