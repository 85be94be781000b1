package org.rovingpm.access;

/** Whether people can sign in as PMs: whoever is on the roster must be able to answer an offer. */
public interface PmAccounts {

    /** @return whether there is an account of this user name with the role of a roving PM */
    boolean isPm(String userId);
}
