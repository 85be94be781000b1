package org.rovingpm.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.rovingpm.access.Browser;
import org.rovingpm.access.TestPeople;

/** Somebody's authenticator app, which computes codes by itself from the key that it has been given, and their recovery codes. */
public final class Authenticator {

    public static final String PAGE = "/account/second-factor";

    private static final Pattern KEY = Pattern.compile("id=\"key\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY_CODE = Pattern.compile("<li><code>([0-9a-z-]+)</code></li>");
    private static final int STEP = 30;

    private final byte[] key;
    private List<String> recoveryCodes = List.of();

    private Authenticator(byte[] key) {
        this.key = key;
    }

    /** Reads the key of the page on which it is set up. */
    public static Authenticator reading(String page) {
        Matcher found = KEY.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return ofKey(found.group(1));
    }

    public static Authenticator ofKey(String letters) {
        return new Authenticator(new Base32().decode(letters.replace(" ", "")));
    }

    /** Sets up the second factor of somebody who is signed in. */
    public static Authenticator setUp(Browser browser, Clock clock) {
        Authenticator app = reading(browser.get(PAGE + "/set-up").body());
        assertThat(Browser.location(browser.post(PAGE + "/set-up", "code", app.codeAt(clock.instant()))))
                .isEqualTo(PAGE + "/recovery-codes");
        app.recoveryCodes = recoveryCodes(browser.get(PAGE + "/recovery-codes").body());
        return app;
    }

    public static List<String> recoveryCodes(String page) {
        return RECOVERY_CODE
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Takes the first step of signing in, and opens the page of the second. */
    public static Browser halfSignedIn(String person, int port) {
        Browser browser = new Browser(port);
        assertThat(Browser.location(browser.signIn(person, TestPeople.PASSWORD)))
                .isEqualTo("/sign-in/code");
        assertThat(browser.get("/sign-in/code").statusCode()).isEqualTo(200);
        return browser;
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    public String keyInHexadecimal() {
        return HexFormat.of().formatHex(key);
    }

    /** The six digits that it shows then. */
    public String codeAt(Instant then) {
        return codeOf(then.getEpochSecond() / STEP);
    }

    /** The six digits that it shows next: good at once, because clocks differ. */
    public String nextCode(Clock clock) {
        return codeAt(clock.instant().plusSeconds(STEP));
    }

    /** Six digits that it shows at no time near. */
    public String wrongCode(Clock clock) {
        long now = clock.instant().getEpochSecond() / STEP;
        List<String> near = List.of(codeOf(now - 2), codeOf(now - 1), codeOf(now), codeOf(now + 1), codeOf(now + 2));
        return near.contains("123456") ? "654321" : "123456";
    }

    private String codeOf(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
