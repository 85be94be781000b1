package org.rovingpm.account.log;

import java.time.Instant;

/**
 * Something that concerns the security of an account.
 *
 * @param person user id of whose account it is about; null where there is no such account
 * @param by     user id of who did it, if that is somebody else; may be null
 * @param detail the group, the right or the address it is about; may be null
 */
public record SecurityEvent(Instant at, Kind kind, String person, String by, String detail) {

    /** What has happened. */
    public enum Kind {
        SIGNED_IN("Signed in"),
        PROGRAM_SIGNED_IN("A program signed in"),
        WRONG_PASSWORD("Wrong password"),
        UNKNOWN_NAME("Unknown user name"),
        TOO_MANY_ATTEMPTS("Too many attempts"),
        SIGNED_OUT("Signed out"),
        SESSION_ENDED("Session ended by its owner"),
        SESSION_CUT("Session ended by a change of the account"),
        SESSION_OVER("Session over"),
        PASSWORD_FORGOTTEN("Link for a new password sent"),
        PASSWORD_CHANGED("Password changed"),
        NAME_CHANGED("Name changed"),
        ADDRESS_CHANGED("E-mail address changed"),
        ACCOUNT_MADE("Account made"),
        ACCOUNT_DELETED("Account deleted"),
        ROLE_GIVEN("Role or group given"),
        ROLE_TAKEN("Role or group taken away"),
        GROUP_DELETED("Group deleted"),
        RIGHT_CHANGED("Right of a group changed"),
        CASE_READ("Case read"),
        REFUSED("Refused");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }
}
