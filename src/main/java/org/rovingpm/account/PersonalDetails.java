package org.rovingpm.account;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.submission.MailAddress;
import org.rovingpm.submission.Problems;

/**
 * What an account says of its owner. Any part may be null.
 *
 * @param email their address for messages
 */
public record PersonalDetails(String firstName, String lastName, String email) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;

    /** Letters of any script, with what names have between them: O'Brien, Mary-Jane, Smith Jr., Ng (née Wong). */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} .,'’()·/-]*");

    /** As people are called; empty if there is no name. */
    public String fullName() {
        return Stream.of(firstName, lastName)
                .filter(name -> name != null && !name.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** Refuses what could be taken for something else than a name or an address: line breaks, HTML, invisible characters. */
    public void check() {
        new Problems()
                .require(
                        isName(firstName),
                        "firstName",
                        "The first name may have letters, digits, spaces and hyphens only, and at most 100 characters.")
                .require(
                        isName(lastName),
                        "lastName",
                        "The last name may have letters, digits, spaces and hyphens only, and at most 100 characters.")
                .require(
                        email == null
                                || email.isEmpty()
                                || email.length() <= LONGEST_ADDRESS
                                        && MailAddress.FORM.matcher(email).matches(),
                        "email",
                        "The e-mail address is not complete: give one such as name@example.org.")
                .refuseIfAny();
    }

    /** Whether people or groups can be called so. */
    public static boolean isName(String name) {
        return name == null
                || name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }
}
