package org.rovingpm.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The passwords that are guessed first: a word of the list, or several, with what people put around it. What is left of a
 * password without such words, runs of neighbouring keys or letters, and years is what somebody would have to guess.
 */
final class CommonPasswords {

    private static final int MUST_BE_LEFT = 4;
    private static final int SHORTEST_RUN = 3;
    private static final int LEAST_VARIETY = 5;
    private static final List<String> ROWS = List.of(
            "qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb");
    private static final Pattern YEAR = Pattern.compile("(1[5-9]|20)\\d\\d");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final List<String> WORDS = words();

    private CommonPasswords() {}

    static boolean include(String password) {
        String lowerCase = password.toLowerCase(Locale.ROOT);
        if (lowerCase.chars().distinct().count() < LEAST_VARIETY) {
            return true;
        }
        String rest = withoutWords(plain(withoutRuns(YEAR.matcher(lowerCase).replaceAll(" "))));
        return NO_LETTER_OR_DIGIT.matcher(rest).replaceAll("").length() < MUST_BE_LEFT;
    }

    /** Signs and digits that stand for letters are read as these: p@ssw0rd. */
    private static String plain(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static String withoutWords(String text) {
        // Also words that a sign parts: roving-pm
        String rest = NO_LETTER_OR_DIGIT.matcher(text).replaceAll("");
        for (String word : WORDS) {
            rest = rest.replace(word, " ");
        }
        return rest;
    }

    private static String withoutRuns(String text) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfRun(text, at);
            if (end - at >= SHORTEST_RUN) {
                rest.append(' ');
                at = end;
            } else {
                rest.append(text.charAt(at));
                at++;
            }
        }
        return rest.toString();
    }

    /** The longest piece from here in which each character follows from the one before: aaaa, abcd, 4321, asdf. */
    private static int endOfRun(String text, int from) {
        int longest = from + 1;
        for (int step = -1; step <= 1; step++) {
            int end = from + 1;
            while (end < text.length() && text.charAt(end) - text.charAt(end - 1) == step) {
                end++;
            }
            longest = Math.max(longest, end);
        }
        for (String row : ROWS) {
            for (String keys : List.of(row, new StringBuilder(row).reverse().toString())) {
                int end = from + 1;
                while (end < text.length() && keys.contains(text.substring(from, end + 1))) {
                    end++;
                }
                longest = Math.max(longest, end);
            }
        }
        return longest;
    }

    private static List<String> words() {
        try (InputStream file = CommonPasswords.class.getResourceAsStream("common-words.txt")) {
            Matcher words =
                    Pattern.compile("(?m)^[a-z]+$").matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return words.results()
                    .map(found -> found.group())
                    .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
