package org.rovingpm.account;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A secret that the application makes up and shows once, in letters and digits that can be read from paper: no i, l, o and u,
 * in groups of four. Each stands for five random bits. From 112 bits on nobody can try them all, so that a fast hash is enough
 * to store it; a slow one is for what people think of themselves.
 */
public final class RandomSecret {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int IN_A_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomSecret() {}

    /** @param groups of four letters: 20 bits each */
    public static String of(int groups) {
        return IntStream.range(0, groups).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    /** The same however it is typed: in capitals, with or without what parts the groups, with an o for a zero. */
    public static String hash(String typed) {
        return KnownClients.hash(typed.toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1')
                .replaceAll("[\\s-]", ""));
    }

    private static String group() {
        return RANDOM.ints(IN_A_GROUP, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
