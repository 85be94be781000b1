package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.account.PasswordRules.Owner;

class PasswordRulesTest {

    private static final Owner TAMSIN = new Owner("pm.teasel", "Tamsin", "Teasel", "tamsin.teasel@example.org");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the heron waits below the weir",
                "abandon ladder velvet",
                "mein Fahrrad steht im Regen",
                "kQ7#vTz!m2Lp",
                "Just-for-tests-1",
                "RovingPM-demo-1",
                "тёплый хлеб на столе",
                "a sentence of more than sixty-four letters is as good a password as any other one"
            })
    void acceptsWhatIsLongAndNobodyGuessesFirst(String password) {
        assertThat(PasswordRules.problems(password, TAMSIN)).isEmpty();
    }

    @Test
    void asksForNoCapitalsDigitsAndSigns() {
        assertThat(PasswordRules.problems("velvet ladder abandon", TAMSIN)).isEmpty();
        assertThat(PasswordRules.problems("kQ7#vTz!m2L", TAMSIN))
                .as("eleven characters of every kind")
                .containsExactly(PasswordRules.LONG_ENOUGH.sentence());
    }

    @Test
    void takesPasswordsUpToALength() {
        String sentence = "heron below weir ".repeat(8).substring(0, 128);
        assertThat(PasswordRules.problems(sentence, TAMSIN)).isEmpty();
        assertThat(PasswordRules.problems(sentence + "x", TAMSIN))
                .containsExactly(PasswordRules.NOT_TOO_LONG.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Welcome2024!",
                "Welcome2026!!",
                "password1234",
                "P@ssw0rd12345",
                "Password-Password-1",
                "123456789012",
                "qwertyuiop12",
                "1qaz2wsx3edc",
                "aaaaaaaaaaaaaaaa",
                "abababababab",
                "abcdefghijkl",
                "SummerWinter2026",
                "liverpool-1892",
                "RovingPM2026!!",
                "roving-pm-2026",
                "practice.manager.1",
                "correct horse battery staple"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThat(PasswordRules.problems(password, TAMSIN)).contains(PasswordRules.NOT_COMMON.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my heron PM.Teasel weir",
                "tamsin likes herons",
                "herons for TEASEL",
                "x tamsin.teasel@example.org"
            })
    void refusesWhatEverybodyKnowsOfThePerson(String password) {
        assertThat(PasswordRules.problems(password, TAMSIN)).containsExactly(PasswordRules.NOT_OF_THE_OWNER.sentence());
    }

    @Test
    void aNameOfThreeLettersIsInTooManyWords() {
        assertThat(PasswordRules.problems("annual herons below", new Owner("ann", "Ann", "Ng", null)))
                .isEmpty();
    }
}
