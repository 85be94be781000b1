package org.rovingpm.hiddencase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is counted or added up over cases is counted as the reader may see them, or stands here with the reason. */
class CountsInSqlTest {

    private static final Pattern COUNTS =
            Pattern.compile("\\b(count|sum|avg|percentile_cont)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");

    /** By the function that says what is hidden, or in {@link EngineTables}. */
    private static final Pattern AS_THE_READER_SEES = Pattern.compile("published_hidden_cases|engineTables\\.read");

    private static final String OF_ONE_CASE = "of one case, which the reader may see";
    private static final String OF_PRACTICES = "practices, not cases";
    private static final String OF_ACCOUNTS = "accounts, not cases";

    private static final Map<String, String> WITH_A_REASON = Map.ofEntries(
            Map.entry("checkin/CheckIns.java", OF_ONE_CASE),
            Map.entry("document/Documents.java", OF_ONE_CASE),
            Map.entry("supportcase/Timeline.java", OF_ONE_CASE),
            Map.entry("stuck/OpenQuestions.java", OF_ONE_CASE),
            Map.entry("notification/Messages.java", "attempts at one message"),
            Map.entry("engine/call/AnsweredCalls.java", "calls of one key"),
            Map.entry("caselist/CaseList.java", "by CaseQuestion, which begins with the reader's right"),
            Map.entry("caselist/SavedViews.java", "views of one person"),
            Map.entry("account/factor/SecondFactors.java", OF_ACCOUNTS),
            Map.entry("account/process/StoredGroups.java", OF_ACCOUNTS),
            Map.entry("schemestart/SchemeChecklist.java", "the roster, not cases"),
            Map.entry("supportcase/request/HelpRequests.java", "requests from one address, to limit them"),
            Map.entry("practice/Practices.java", OF_PRACTICES),
            Map.entry("watchlist/WatchList.java", "watched practices, by a policy of the database"),
            Map.entry("practice/position/PositionTables.java", OF_PRACTICES),
            Map.entry("practice/register/RegisterAnswers.java", OF_PRACTICES),
            Map.entry("practice/register/RegisterRefreshes.java", OF_PRACTICES),
            Map.entry("practice/register/RegisterTables.java", OF_PRACTICES),
            Map.entry(
                    "db/migration/V6__create_funding.sql",
                    "the money of a fund, which must be right whatever it was spent on"),
            Map.entry(
                    "matching/shortlist/roster.sql",
                    "the sessions that a PM has left, which must be right whatever takes them"));

    @Test
    void countsCasesAsTheReaderMaySeeThem() {
        Set<String> counting = new TreeSet<>();
        for (String sources :
                Set.of("src/main/java/org/rovingpm", "src/main/resources/org/rovingpm", "src/main/resources")) {
            counting.addAll(countingOtherwise(Path.of(sources)));
        }
        counting.removeIf(file -> file.startsWith("org/rovingpm/"));

        assertThat(counting).containsExactlyInAnyOrderElementsOf(WITH_A_REASON.keySet());
    }

    private static Set<String> countingOtherwise(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .filter(CountsInSqlTest::countsOtherwise)
                    .map(file -> sources.relativize(file).toString())
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean countsOtherwise(Path file) {
        try {
            String text = Files.readString(file);
            String sql = file.toString().endsWith(".sql")
                    ? text.replaceAll("--.*", "")
                    : LITERAL.matcher(text).results().map(MatchResult::group).collect(Collectors.joining("\n"));
            return COUNTS.matcher(sql).find()
                    && !AS_THE_READER_SEES.matcher(text).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
