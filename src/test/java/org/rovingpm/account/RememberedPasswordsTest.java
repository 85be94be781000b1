package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.MovableClock;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.util.unit.DataSize;

class RememberedPasswordsTest {

    private static final Authentication WHO = new TestingAuthenticationToken("tamsin", null);

    private final MovableClock clock = new MovableClock();
    private RememberedPasswords remembered;

    @BeforeEach
    void remember() {
        remembered = new RememberedPasswords(
                new PasswordSettings(DataSize.ofKilobytes(64), 1, 1, Duration.ZERO, Duration.ofMinutes(5)), clock);
        remembered.remember("tamsin", "the heron waits", 7, WHO);
    }

    @Test
    void aPasswordIsRememberedForItsAccountAlone() {
        assertThat(remembered.find("tamsin", "the heron waits", 7)).contains(WHO);
        assertThat(remembered.find("tamsin", "the heron flies", 7)).isEmpty();
        assertThat(remembered.find("teasel", "the heron waits", 7)).isEmpty();
    }

    @Test
    void itIsForgottenWhenTheAccountChanges() {
        assertThat(remembered.find("tamsin", "the heron waits", 8)).isEmpty();
        assertThat(remembered.find("tamsin", "the heron waits", 7))
                .as("also for an earlier version")
                .isEmpty();
    }

    @Test
    void itIsForgottenAfterAShortWhile() {
        clock.moveBy(Duration.ofMinutes(4));
        assertThat(remembered.find("tamsin", "the heron waits", 7)).isPresent();
        clock.moveBy(Duration.ofMinutes(1));
        assertThat(remembered.find("tamsin", "the heron waits", 7)).isEmpty();
        clock.reset();
    }
}
