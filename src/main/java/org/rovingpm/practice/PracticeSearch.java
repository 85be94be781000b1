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

    /** The most that one search gives. */
    public static final int MOST = 20;

    /** What is typed beyond this is left aside. */
    private static final int LONGEST = 100;

    private static final int LEAST = 2;

    private static final String FOUND = """
        select ods_code, name, address, postcode from practice
         where in_scheme and status = 'ACTIVE' and\s""";

    /** Every word is there. First who has this code or postcode, then whose name begins so; short names before long ones. */
    private static final String EVERY_WORD = """
        search_text like all (:words)
         order by lower(ods_code) = :query desc, lower(replace(coalesce(postcode, ''), ' ', '')) = replace(:query, ' ', '') desc,
                  lower(name) like :query || '%' desc, length(name), name, ods_code
         limit :limit""";

    private static final String SPELT_LIKE_IT = """
        :query <% search_text
         order by word_similarity(:query, search_text) desc, name, ods_code
         limit :limit""";

    /** What half of all practices are called: no help in finding what one is spelt like, and slow to compare. */
    private static final Set<String> COMMON = Set.of(
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

    /** @param more whether there are more than are given */
    public record Result(List<Match> matches, boolean more) {}

    /** @param typed anything; fewer than two letters or digits find nothing */
    public Result find(String typed) {
        String query = asIndexed(typed);
        if (query.replace(" ", "").length() < LEAST) {
            return new Result(List.of(), false);
        }
        List<Match> matches = matches(EVERY_WORD, query);
        String telling = Arrays.stream(query.split(" "))
                .filter(word -> !COMMON.contains(word))
                .collect(Collectors.joining(" "));
        return result(matches.isEmpty() && !telling.isEmpty() ? matches(SPELT_LIKE_IT, telling) : matches);
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

    /** As V11 of the database writes what is searched. */
    private static String asIndexed(String typed) {
        String some = typed == null ? "" : typed.substring(0, Math.min(typed.length(), LONGEST));
        return some.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
