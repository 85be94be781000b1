package org.rovingpm.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was refused without a look at the password, or although it was right. */
public class SignInRefused extends AuthenticationException {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    /** Why. */
    public enum Reason {
        /** Too many wrong passwords. */
        WAIT(429, "There have been too many wrong passwords: wait before you try again."),

        /** Too many sign in at this moment. */
        BUSY(503, "Too many people are signing in at this moment: try again shortly."),

        /** A program's account still has the password that an administrator has set. */
        CHOOSE_PASSWORD(403, "Sign in with a browser first and choose a password of your own.");

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

    public Reason reason() {
        return reason;
    }

    /** How long it makes no sense to try again. */
    public Duration notBefore() {
        return notBefore;
    }
}
