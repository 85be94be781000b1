package org.rovingpm.account.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.rovingpm.start.StartRefused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Encrypts seeds under the key of the settings, so that whoever reads the database or a copy of it cannot compute codes. The person
 * is part of what is authenticated: a seed that is put into somebody else's row opens nothing. A key is replaced by setting the new
 * one before it: what the old one has sealed still opens. Refuses to start with a key that is none.
 */
@Component
@EnableConfigurationProperties(SecondFactorSettings.class)
class SeedCipher {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SEALED_BYTES = NONCE_BYTES + Seed.BYTES + TAG_BITS / Byte.SIZE;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    SeedCipher(SecondFactorSettings settings) {
        keys = settings.key().stream()
                .map(String::strip)
                .filter(set -> !set.isEmpty())
                .map(SeedCipher::key)
                .toList();
    }

    boolean hasKey() {
        return !keys.isEmpty();
    }

    byte[] seal(Seed seed, String person) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, person).doFinal(seed.bytes());
            return ByteBuffer.allocate(SEALED_BYTES).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty where it was sealed with none of the keys or for another person, and where no key is set. */
    Optional<Seed> open(byte[] sealed, String person) {
        return keys.stream().flatMap(key -> open(sealed, key, person).stream()).findFirst();
    }

    /** Whether it was sealed with the key with which seeds are sealed now. */
    boolean isSealedAnew(byte[] sealed, String person) {
        return hasKey() && open(sealed, keys.get(0), person).isPresent();
    }

    private static Optional<Seed> open(byte[] sealed, SecretKeySpec key, String person) {
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] rest = new byte[parts.remaining()];
        parts.get(rest);
        try {
            return Optional.of(
                    new Seed(cipher(Cipher.DECRYPT_MODE, key, nonce, person).doFinal(rest)));
        } catch (AEADBadTagException another) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String person)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("second factor of " + person).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKeySpec key(String set) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(set);
        } catch (IllegalArgumentException noBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new StartRefused(
                    "The key that encrypts second factors (ROVINGPM_SECOND_FACTOR_KEY) is not 32 bytes in Base64.",
                    "Set ROVINGPM_SECOND_FACTOR_KEY to what “openssl rand -base64 32” prints, or leave it out, and start again.");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
