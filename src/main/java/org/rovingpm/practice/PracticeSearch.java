package org.rovingpm.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds open practices of the scheme by what people know of them: a part of the name, the town, the postcode or the ODS
 * code. Every word must be found; where none fits, the practices that are spelt most like it.
 */
@Repository
public class PracticeSearch {

    /** The most practices that one search finds. */
    public static final int MOST = 20;

    /** Characters typed beyond this number are ignored. */
    private static final int LONGEST = 100;

    private static final int LEAST = 2;

    private static final String FOUND = """
        select ods_code, name, address, postcode from practice
         where in_scheme and status = 'ACTIVE' and\s""";

    /** Every word occurs. This code or postcode comes first, then names that begin so; short names come before long ones. */
    private static final String EVERY_WORD = """
        search_text like all (:words)
         order by lower(ods_code) = :query desc, lower(replace(coalesce(postcode, ''), ' ', '')) = replace(:query, ' ', '') desc,
                  lower(name) like :query || '%' desc, length(name), name, ods_code
         limit :limit""";

    private static final String SPELT_LIKE_IT = """
        :query <% search_text
         order by word_similarity(:query, search_text) desc, name, ods_code
         limit :limit""";

    /** Words in the names of half of all practices: they do not tell one from another, and are slow to compare. */
    private static final Set<String> COMMON_WORDS = Set.of(
            "the",
            "and",
            "dr",
            "drs",
            "surgery",
            "medical",
            "health",
            "family",
            "group",
            "practice",
            "centre",
            "center",
            "clinic",
            "house",
            "street",
            "road",
            "lane",
            "avenue");

    private final JdbcClient jdbc;

    PracticeSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A practice that may be the one.
     *
     * @param place address and postcode
     */
    public record Match(String code, String name, String place) {}

    /** @param more whether there are more than these */
    public record Result(List<Match> matches, boolean more) {}

    /** @param typed anything; fewer than two letters or digits find nothing */
    public Result find(String typed) {
        String query = asIndexed(typed);
        if (query.replace(" ", "").length() < LEAST) {
            return new Result(List.of(), false);
        }
        List<Match> matches = matches(EVERY_WORD, query);
        String distinctive = withoutCommonWords(query);
        return result(matches.isEmpty() && !distinctive.isEmpty() ? matches(SPELT_LIKE_IT, distinctive) : matches);
    }

    /**
     * What tells one practice from another.
     *
     * @param query in small letters, with single spaces
     */
    public static String withoutCommonWords(String query) {
        return Arrays.stream(query.split(" "))
                .filter(word -> !COMMON_WORDS.contains(word))
                .collect(Collectors.joining(" "));
    }

    private List<Match> matches(String condition, String query) {
        return jdbc.sql(FOUND + condition)
                .param("query", query)
                .param("limit", MOST + 1)
                .param(
                        "words",
                        Arrays.stream(query.split(" "))
                                .map(word -> "%" + word + "%")
                                .toArray(String[]::new))
                .query((row, number) -> new Match(
                        row.getString("ods_code"),
                        row.getString("name"),
                        String.join(
                                ", ",
                                Stream.of(row.getString("address"), row.getString("postcode"))
                                        .filter(part -> part != null && !part.isBlank())
                                        .toList())))
                .list();
    }

    private static Result result(List<Match> matches) {
        return new Result(matches.stream().limit(MOST).toList(), matches.size() > MOST);
    }

    /** What was typed, in the form that the column search_text has. */
    private static String asIndexed(String typed) {
        String text = typed == null ? "" : typed.substring(0, Math.min(typed.length(), LONGEST));
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
