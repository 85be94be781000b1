package org.rovingpm.account;

import java.time.Instant;

/**
 * Something that the holder of an account is told by e-mail. Whoever listens takes part in the same transaction.
 *
 * @param id   by which {@link AccountNotices} knows the address
 * @param name what they are called
 */
public record AccountNotice(long id, String person, String name, Kind kind, Instant at) {

    /** What it is about. */
    public enum Kind {
        PASSWORD_CHANGED,
        ADDRESS_CHANGED,

        /** Somebody says that they have forgotten their password: the message has a link to choose a new one. */
        PASSWORD_FORGOTTEN,

        /** Also when it has been set up again, with another app. */
        SECOND_FACTOR_SET_UP,
        SECOND_FACTOR_REMOVED,
        RECOVERY_CODE_USED,

        /** Somebody knows the password and has typed wrong codes, as often as is let pass. */
        CODES_GUESSED,
        PROGRAM_PASSWORD_MADE
    }
}
