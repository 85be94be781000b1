package org.rovingpm.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What a password must be: long, not one of those that are guessed first, and not made of what everybody knows of the person.
 * It need not have capitals, digits or signs; a sentence makes a good one.
 */
public enum PasswordRules {
    LONG_ENOUGH(
            "The password needs 12 characters or more: three or four words that do not belong together are easy to remember.",
            (password, owner) -> password.codePointCount(0, password.length()) >= PasswordRules.SHORTEST),
    NOT_TOO_LONG(
            "The password may have no more than 128 characters.",
            (password, owner) -> password.codePointCount(0, password.length()) <= PasswordRules.LONGEST),
    NOT_COMMON(
            "This is one of the passwords that are guessed first: leave out common words, the name of the scheme, years, and rows of keys, or add words of your own.",
            (password, owner) -> !CommonPasswords.include(password)),
    NOT_OF_THE_OWNER(
            "The password may not contain the user name, the person's names or their e-mail address.",
            (password, owner) -> owner.words()
                    .noneMatch(word -> password.toLowerCase(Locale.ROOT).contains(word)));

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    private static final int SHORTEST_WORD = 4;

    private final String sentence;
    private final BiPredicate<String, Owner> keeps;

    PasswordRules(String sentence, BiPredicate<String, Owner> keeps) {
        this.sentence = sentence;
        this.keeps = keeps;
    }

    /**
     * What is known of whose password it is. Any part may be null.
     *
     * @param id user id
     */
    public record Owner(String id, String firstName, String lastName, String email) {

        /** In small letters. Names of three letters and fewer are in too many other words. */
        private Stream<String> words() {
            return Stream.of(id, firstName, lastName, email)
                    .filter(word -> word != null && word.length() >= SHORTEST_WORD)
                    .map(word -> word.toLowerCase(Locale.ROOT));
        }
    }

    /** Why a password does not keep this rule, and what to do. */
    public String sentence() {
        return sentence;
    }

    public boolean keeps(String password, Owner owner) {
        return keeps.test(password, owner);
    }

    /** The sentences of the rules that the password does not keep. */
    public static List<String> problems(String password, Owner owner) {
        return Arrays.stream(values())
                .filter(rule -> !rule.keeps(password, owner))
                .map(PasswordRules::sentence)
                .toList();
    }
}
