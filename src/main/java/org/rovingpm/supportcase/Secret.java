package org.rovingpm.supportcase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** 256 random bits that open something, as they stand in a link or a cookie. Only their hash is stored. */
public record Secret(String value) {

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Secret {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("This is no link or cookie of ours.");
        }
    }

    public static Secret random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** @return what came in a link or a cookie, or empty if it cannot be one of ours */
    public static Optional<Secret> read(String text) {
        return Optional.ofNullable(text)
                .filter(candidate -> SHAPE.matcher(candidate).matches())
                .map(Secret::new);
    }

    /** @return its SHA-256 */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Nothing that could be logged by mistake. */
    @Override
    public String toString() {
        return "…";
    }
}
