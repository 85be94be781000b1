package org.rovingpm.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    private static final String A_LABEL = "a".repeat(63);

    private static boolean taken(String address) {
        return new MailAddressValidator().isValid(address, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name@example.org",
                "o'neill+help@a.example.co.uk",
                "C84001.practice_manager@nhs.net",
                "x@xn--mnchen-3ya.example"
            })
    void takesWhatMailServersTake(String address) {
        assertThat(taken(address)).isTrue();
        assertThat(taken("a".repeat(64) + "@" + A_LABEL + ".org")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "josé@example.org",
                "name@münchen.example",
                "name@пример.example",
                "名@example.org",
                "na me@example.org",
                "name@exam ple.org",
                ".name@example.org",
                "name.@example.org",
                "na..me@example.org",
                "name@example",
                "name@-example.org",
                "name@example-.org",
                "name@example..org",
                "name@example.o",
                "name@example.123",
                "\"quoted\"@example.org",
                "name,other@example.org",
                "name@one@example.org",
                "name@[192.0.2.1]",
                "name\u200B@example.org",
                "name@example.org\n"
            })
    void refusesWhatTheyDoNot(String address) {
        assertThat(taken(address)).isFalse();
        assertThat(taken("a".repeat(65) + "@example.org")).isFalse();
        assertThat(taken("a@" + A_LABEL + "a.org")).isFalse();
    }
}
