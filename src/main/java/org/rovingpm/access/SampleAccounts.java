package org.rovingpm.access;

import java.util.List;

/**
 * Accounts of people who do not exist, made at the start and shown on the sign-in page. The application itself has none: a
 * bean of this type comes with the demonstration.
 *
 * @param password the one password of all of them, shown on the sign-in page
 * @param accounts one for each role but the roving PM, and one for each practice manager of the demonstration roster
 */
public record SampleAccounts(String password, List<Account> accounts) {

    /**
     * @param id        the user id
     * @param firstName made up
     * @param lastName  made up
     * @param roleOf    the account's role
     */
    public record Account(String id, String firstName, String lastName, Role roleOf) {

        public String role() {
            return roleOf.one();
        }

        public String email() {
            return id + "@example.org";
        }
    }
}
