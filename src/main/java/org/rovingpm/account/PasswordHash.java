package org.rovingpm.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rovingpm.submission.Refusal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id hashes, the default of OWASP's Password Storage Cheat Sheet. Only a few are computed at once, so that
 * guessing cannot take the processor and the memory from everybody else; who waits too long for their turn is refused.
 */
@Component
@EnableConfigurationProperties({PasswordSettings.class, SignInSettings.class, SessionSettings.class})
public class PasswordHash {

    private static final String BUSY = "Too many passwords are being checked at this moment: try again shortly.";
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int LANES = 1;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore turns;
    private final PasswordSettings settings;
    private final String ofNobody;

    PasswordHash(PasswordSettings settings) {
        this.settings = settings;
        encoder = new Argon2PasswordEncoder(
                SALT, LENGTH, LANES, (int) settings.memory().toKilobytes(), settings.passes());
        turns = new Semaphore(settings.atOnce(), true);
        ofNobody = encoder.encode("nobody");
    }

    public String of(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    public boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    /** Takes as long as looking at a password, for whoever has none. */
    public void matchesNobody(String password) {
        inTurn(() -> encoder.matches(password, ofNobody));
    }

    <T> T inTurn(Supplier<T> computing) {
        try {
            if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(BUSY);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Refusal(BUSY);
        }
        try {
            return computing.get();
        } finally {
            turns.release();
        }
    }
}
