package org.rovingpm.account.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The codes of authenticator apps, as RFC 6238 has them by default and every app computes them: six digits, another each half
 * minute. The one before and the one after count as well, because clocks differ and typing takes time.
 */
@Component
class TimeCodes {

    private static final int DRIFT = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Clock clock;

    TimeCodes(Clock clock) {
        this.clock = clock;
    }

    /** @return the half minute since 1970 to which the code belongs; empty if it is none of those that count now */
    OptionalLong stepOf(String code, Seed seed) {
        Key key = new SecretKeySpec(seed.bytes(), generator.getAlgorithm());
        long now = clock.instant().getEpochSecond() / generator.getTimeStep().toSeconds();
        return LongStream.rangeClosed(now - DRIFT, now + DRIFT)
                .filter(step -> MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8), codeOf(step, key).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    private String codeOf(long step, Key key) {
        try {
            return generator.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
