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
        CASES_EXPORTED("List of cases exported"),
        REFUSED("Refused"),
        SECOND_FACTOR_ASKED("Password right, second factor asked for"),
        SECOND_FACTOR_RIGHT("Second factor right"),
        SECOND_FACTOR_WRONG("Wrong second factor"),
        SECOND_FACTOR_SET_UP("Second factor set up"),
        SECOND_FACTOR_REMOVED("Second factor taken away"),
        SECOND_FACTOR_REQUIRED("Second factor required of a group"),
        SECOND_FACTOR_OPTIONAL("Second factor no longer required of a group"),
        RECOVERY_CODE_USED("Recovery code used"),
        RECOVERY_CODES_RENEWED("New recovery codes made"),
        PROGRAM_PASSWORD_MADE("Password for a program made"),
        PROGRAM_PASSWORD_ENDED("Password for a program ended");

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
