package org.rovingpm.account.factor;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.apache.commons.codec.binary.Base32;

/** What an authenticator app and the application share: 160 random bits, as many as the codes can make use of. */
public final class Seed implements Serializable {

    static final int BYTES = 20;

    private static final long serialVersionUID = 1;
    private static final String ISSUER = "Roving PM";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    Seed(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public static Seed random() {
        byte[] made = new byte[BYTES];
        RANDOM.nextBytes(made);
        return new Seed(made);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As somebody types it who cannot scan the picture: eight groups of four letters. */
    public String inLetters() {
        return base32().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The address by which an authenticator app takes it over, for the picture that it scans. */
    public String address(String account) {
        String issuer = encoded(ISSUER);
        return "otpauth://totp/" + issuer + ":" + encoded(account) + "?secret=" + base32() + "&issuer=" + issuer;
    }

    private String base32() {
        return new Base32().encodeToString(bytes);
    }

    /** Apps read a plus sign as one. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
