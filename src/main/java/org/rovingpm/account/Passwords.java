package org.rovingpm.account;

import java.util.List;
import java.util.Optional;

/** The passwords of people, and whose they are. */
public interface Passwords {

    /** Takes the same time whether or not there is such an account. Call it outside any transaction: it may wait for its turn. */
    boolean isRight(String person, String password);

    /** Sets a password that keeps the {@link PasswordRules}; others are refused. */
    void set(String person, String password);

    /** Empty for an account that does not exist. */
    Optional<PersonalDetails> detailsOf(String person);

    /** Where e-mails reach the person: of a PM the address on the roster. Empty if none is known. */
    Optional<String> addressOf(String person);

    /**
     * @param typed a user name or an e-mail address
     * @return the accounts of this name or address that have an address, at most 50
     */
    List<Holder> holdersOf(String typed);

    /**
     * Whose account it is.
     *
     * @param address for e-mails: a PM's is that of the roster
     */
    record Holder(String person, String name, String address) {}
}
