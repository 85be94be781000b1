package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomSecretTest {

    private static final int MANY = 2_000;

    @Test
    void hasTwentyRandomBitsInEachGroup() {
        assertThat(RandomSecret.of(6)).matches("([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}");
        Set<String> made = Stream.generate(() -> RandomSecret.of(7)).limit(MANY).collect(Collectors.toSet());
        assertThat(made).hasSize(MANY);
        for (int place = 0; place < 4; place++) {
            int at = place;
            assertThat(made.stream().map(secret -> secret.charAt(at)).distinct())
                    .as("letters at %d", place)
                    .hasSize(32);
        }
    }

    @Test
    void isTheSameHoweverItIsTyped() {
        String hash = RandomSecret.hash("01ab-cdef");
        assertThat(Stream.of("01ABCDEF", " 01ab cdef ", "oiab-cdef", "OLAB-CDEF")
                        .map(RandomSecret::hash))
                .containsOnly(hash);
        assertThat(RandomSecret.hash("01ab-cdeg")).isNotEqualTo(hash);
    }
}
