package org.rovingpm.account.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.start.StartRefused;

class SeedCipherTest {

    private static final Seed SEED = Seed.random();

    private final SeedCipher cipher = withKey(1);

    private static SeedCipher withKey(int... firsts) {
        return new SeedCipher(new SecondFactorSettings(Arrays.stream(firsts)
                .mapToObj(first -> {
                    byte[] key = new byte[32];
                    key[0] = (byte) first;
                    return Base64.getEncoder().encodeToString(key);
                })
                .toList()));
    }

    @Test
    void whatIsSealedForSomebodyOpensForThem() {
        byte[] sealed = cipher.seal(SEED, "somebody");
        assertThat(sealed).hasSize(48);
        assertThat(cipher.open(sealed, "somebody").orElseThrow().inLetters()).isEqualTo(SEED.inLetters());
    }

    @Test
    void itOpensForNobodyElse() {
        assertThat(cipher.open(cipher.seal(SEED, "somebody"), "somebody else")).isEmpty();
    }

    @Test
    void anotherKeyOpensNothing() {
        assertThat(withKey(2).open(cipher.seal(SEED, "somebody"), "somebody")).isEmpty();
    }

    @Test
    void aNewKeyBeforeTheOldOneOpensWhatTheOldOneHasSealedAndSealsByItself() {
        byte[] before = cipher.seal(SEED, "somebody");
        SeedCipher both = withKey(2, 1);
        assertThat(both.open(before, "somebody")).isPresent();
        assertThat(both.isSealedAnew(before, "somebody")).isFalse();
        byte[] after = both.seal(SEED, "somebody");
        assertThat(both.isSealedAnew(after, "somebody")).isTrue();
        assertThat(withKey(2).open(after, "somebody")).isPresent();
    }

    @Test
    void whatHasBeenChangedOpensNoMore() {
        for (int at = 0; at < 48; at++) {
            byte[] sealed = cipher.seal(SEED, "somebody");
            sealed[at] ^= 1;
            assertThat(cipher.open(sealed, "somebody")).isEmpty();
        }
    }

    @Test
    void theSameSeedIsSealedDifferentlyEachTime() {
        assertThat(cipher.seal(SEED, "somebody")).isNotEqualTo(cipher.seal(SEED, "somebody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void withoutAKeyNothingOpensAndTheApplicationStarts(String none) {
        SeedCipher without = new SeedCipher(new SecondFactorSettings(List.of(none)));
        assertThat(without.hasKey()).isFalse();
        assertThat(without.open(cipher.seal(SEED, "somebody"), "somebody")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a password", "c2hvcnQ=", "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE="})
    void aKeyThatIsNoneIsRefusedAtTheStartInASentence(String none) {
        assertThatThrownBy(() -> new SeedCipher(new SecondFactorSettings(List.of(none))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ROVINGPM_SECOND_FACTOR_KEY")
                .hasMessageNotContaining(none);
    }
}
