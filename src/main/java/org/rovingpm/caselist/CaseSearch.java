package org.rovingpm.caselist;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rovingpm.practice.PracticeSearch;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was typed into the box as a question to the database. A number finds its case. Other words are looked for one way after
 * another, until a way finds something that the reader may see: in numbers, practices, ODS codes, contacts and PMs; in the words of
 * requests; and in names that are spelt nearly so. In quotation marks they are looked for in requests alone.
 */
@Component
class CaseSearch {

    /** Characters typed beyond this number are ignored. */
    static final int LONGEST = 100;

    private static final int LEAST = 3;
    private static final int DIGITS_OF_A_NUMBER = 4;
    private static final String QUOTATION_MARKS = "[\"“”]";
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NUMBER =
            Pattern.compile("(?:RPM[- ]?)?([0-9]{4})[- ]([0-9]{1,7})", Pattern.CASE_INSENSITIVE);

    private static final String BY_NUMBER = "l.reference = :number";
    private static final String BY_NAMES = "l.search_text like all (:words)";
    private static final String BY_REQUEST = """
        l.reference in (select w.reference from published_case_words w where w.words @@ websearch_to_tsquery('english', :typed))""";
    private static final String BY_SPELLING = ":distinctive <% l.search_text";

    /** Two letters of ten may be wrong. The database's own limit of 0.6 allows one. */
    private static final String HOW_NEARLY = "select set_config('pg_trgm.word_similarity_threshold', '0.45', true)";

    /**
     * Whether there is anything is asked of the indexes for searching. The database expects to come upon common words soon and would read
     * all cases in some order, which takes longest where there is nothing to come upon.
     */
    private static final String BY_INDEX =
            "select set_config('enable_seqscan', :on, true), set_config('enable_indexscan', :on, true)";

    private final JdbcClient jdbc;

    CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A way to look for what was typed.
     *
     * @param condition about a listed case {@code l}; empty where there is nothing to look for
     * @param values    the values in it, by name
     */
    record Way(FoundBy foundBy, String condition, Map<String, Object> values) {

        private static Way with(FoundBy foundBy, String condition, String name, Object value) {
            return new Way(foundBy, condition, Map.of(name, value));
        }

        private static Way none(FoundBy foundBy) {
            return new Way(foundBy, "false", Map.of());
        }
    }

    /**
     * Part of the transaction in which the cases are then read: how nearly a name must be spelt counts to its end.
     *
     * @param readable what else holds of the cases among which it is looked for, with the reader's right and its values
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Way find(String typed, CaseQuestion readable) {
        String text = typed == null
                ? ""
                : typed.substring(0, Math.min(typed.length(), LONGEST)).strip();
        if (text.isEmpty()) {
            return new Way(FoundBy.EVERYTHING, "", Map.of());
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            String padded = "%4s".formatted(number.group(2)).replace(' ', '0');
            return CaseReference.read("RPM-%s-%s".formatted(number.group(1), padded))
                    .map(reference -> Way.with(FoundBy.NUMBER, BY_NUMBER, "number", reference.value()))
                    .orElse(Way.none(FoundBy.NOTHING));
        }
        Way inRequests = Way.with(FoundBy.REQUEST, BY_REQUEST, "typed", text);
        if (!text.replaceAll(QUOTATION_MARKS, "").equals(text)) {
            return inRequests;
        }
        String query = asListed(text);
        if (query.replace(" ", "").length() < LEAST
                && !SHORT_NUMBER.matcher(query).matches()) {
            return Way.none(FoundBy.TOO_SHORT);
        }
        String distinctive = PracticeSearch.withoutCommonWords(query);
        return List.of(
                        Way.with(FoundBy.NAMES, BY_NAMES, "words", words(query)),
                        inRequests,
                        distinctive.isEmpty()
                                ? Way.none(FoundBy.SPELLING)
                                : Way.with(FoundBy.SPELLING, BY_SPELLING, "distinctive", distinctive))
                .stream()
                .filter(way -> findsSomething(way, readable))
                .findFirst()
                .orElse(Way.none(FoundBy.NOTHING));
    }

    private boolean findsSomething(Way way, CaseQuestion readable) {
        if (way.foundBy() == FoundBy.SPELLING) {
            jdbc.sql(HOW_NEARLY).query(String.class).single();
        }
        Map<String, Object> values = new HashMap<>(readable.values());
        values.putAll(way.values());
        readAll(false);
        boolean found = jdbc.sql("select exists (select from listed_case l where %s and %s)"
                        .formatted(readable.conditions(), way.condition()))
                .params(values)
                .query(Boolean.class)
                .single();
        readAll(true);
        return found;
    }

    private void readAll(boolean allowed) {
        jdbc.sql(BY_INDEX)
                .param("on", allowed ? "on" : "off")
                .query((row, number) -> true)
                .single();
    }

    private static String[] words(String query) {
        return Arrays.stream(query.split(" "))
                .map(word -> SHORT_NUMBER.matcher(word).matches()
                        ? "%% %s %%".formatted("0".repeat(DIGITS_OF_A_NUMBER - word.length()) + word)
                        : "%" + word + "%")
                .toArray(String[]::new);
    }

    /** What was typed, in the form that the column search_text has. */
    static String asListed(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[\\s!-/:-@\\[-`{-~]+", " ")
                .strip();
    }
}
