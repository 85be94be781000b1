package org.rovingpm.access;

import java.util.List;

/**
 * The accounts of demonstration mode, all of people who do not exist. A bean of this type exists in that mode only.
 *
 * @param password the one password of all of them, shown on the sign-in page
 * @param accounts one for each role but the roving PM, and one for each practice manager of the demonstration roster
 */
public record DemoAccounts(String password, List<Account> accounts) {

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
