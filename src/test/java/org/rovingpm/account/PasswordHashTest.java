package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rovingpm.submission.Refusal;
import org.springframework.util.unit.DataSize;

class PasswordHashTest {

    private static PasswordHash hash(int atOnce) {
        return new PasswordHash(new PasswordSettings(
                DataSize.ofKilobytes(64), 1, atOnce, Duration.ofMillis(10), Duration.ofMinutes(5)));
    }

    @Test
    void knowsAPasswordByItsHash() {
        String hash = hash(1).of("the heron waits");
        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(hash(1).matches("the heron waits", hash)).isTrue();
        assertThat(hash(1).matches("the heron waits.", hash)).isFalse();
    }

    @Test
    void whoeverFindsNoTurnIsRefusedAfterAWhile() {
        PasswordHash one = hash(1);
        assertThatThrownBy(() -> one.inTurn(() -> one.of("meanwhile")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("try again shortly");
        assertThat(one.of("afterwards")).isNotEmpty();
        PasswordHash two = hash(2);
        assertThat(two.<String>inTurn(() -> two.of("beside"))).isNotEmpty();
    }
}
