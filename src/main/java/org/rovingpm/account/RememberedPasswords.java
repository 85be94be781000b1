package org.rovingpm.account;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Which passwords of programs were right a short while ago, so that a program need not wait for the check with each call. What is
 * remembered is a code of name and password under a key that this instance has made up and never stores, never the password. It
 * holds for one version of the account.
 */
@Component
public class RememberedPasswords {

    private static final String CODE = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 1_000;

    private final SecretKeySpec key;
    private final PasswordSettings settings;
    private final Clock clock;
    private final Map<String, Remembered> byCode = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST;
        }
    };

    private record Remembered(long version, Instant until, Authentication who) {}

    RememberedPasswords(PasswordSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        byte[] made = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(made);
        key = new SecretKeySpec(made, CODE);
    }

    /** Empty if the password was not right before, or the account has changed since. */
    public Optional<Authentication> find(String person, String password, long version) {
        String code = code(person, password);
        synchronized (byCode) {
            Remembered found = byCode.get(code);
            if (found != null && found.version() == version && found.until().isAfter(clock.instant())) {
                return Optional.of(found.who());
            }
            byCode.remove(code);
            return Optional.empty();
        }
    }

    public void remember(String person, String password, long version, Authentication who) {
        Remembered remembered = new Remembered(version, clock.instant().plus(settings.remembered()), who);
        synchronized (byCode) {
            byCode.put(code(person, password), remembered);
        }
    }

    private String code(String person, String password) {
        try {
            Mac mac = Mac.getInstance(CODE);
            mac.init(key);
            mac.update(person.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
