package org.rovingpm.access.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was refused without a look at the password or the code, or although they were right. */
public class SignInRefused extends AuthenticationException {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    /** Why. */
    public enum Reason {
        /** Too many wrong passwords. */
        WAIT(429, "There have been too many wrong passwords: wait before you try again."),

        /** Too many sign in at this moment. */
        BUSY(503, "Too many people are signing in at this moment: try again shortly."),

        /** A program's account still has the password that an administrator has set. */
        CHOOSE_PASSWORD(403, "Sign in with a browser first and choose a password of your own."),

        /** A program's account must have a second factor, and has none yet. */
        SET_UP_FACTOR(403, "Sign in with a browser first and set up a second factor."),

        /** A program sends the password of a person who has a second factor. */
        PROGRAM_PASSWORD(
                403,
                "This account has a second factor: make a password for this program on the page “Your account”, and use that."),

        /** Too much time has passed since the password, or the account has changed. */
        LATE(401, "It has been too long since you entered your password, or your account has changed: sign in again."),

        /** The key that opens the seeds of second factors is not the right one, or is missing. */
        NO_KEY(503, "Codes of authenticator apps cannot be checked at this moment: use a recovery code.");

        private final int status;
        private final String sentence;

        Reason(int status, String sentence) {
            this.status = status;
            this.sentence = sentence;
        }

        /** The status of HTTP by which a program is told. */
        public int status() {
            return status;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final Reason reason;
    private final Duration notBefore;

    private SignInRefused(Reason reason, Duration notBefore) {
        super(reason.sentence());
        this.reason = reason;
        this.notBefore = notBefore;
    }

    public static SignInRefused tooMany(Duration time) {
        return new SignInRefused(Reason.WAIT, time);
    }

    public static SignInRefused busy() {
        return new SignInRefused(Reason.BUSY, A_MOMENT);
    }

    public static SignInRefused choosePassword() {
        return new SignInRefused(Reason.CHOOSE_PASSWORD, Duration.ZERO);
    }

    public static SignInRefused setUpFactor() {
        return new SignInRefused(Reason.SET_UP_FACTOR, Duration.ZERO);
    }

    public static SignInRefused programPassword() {
        return new SignInRefused(Reason.PROGRAM_PASSWORD, Duration.ZERO);
    }

    public static SignInRefused late() {
        return new SignInRefused(Reason.LATE, Duration.ZERO);
    }

    public static SignInRefused noKey() {
        return new SignInRefused(Reason.NO_KEY, Duration.ZERO);
    }

    public Reason reason() {
        return reason;
    }

    /** How long it makes no sense to try again. */
    public Duration notBefore() {
        return notBefore;
    }
}
