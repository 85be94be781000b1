package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.Tables;

/**
 * A table belongs to the module that its comment begins with. Others read what that module publishes: views and functions whose names
 * begin with "published_". The engine's tables are read by the engine module and by the rooms called process.
 */
class TableWallsTest {

    private static final Path CODE = Path.of("src/main/java/org/rovingpm");
    private static final Path DEMONSTRATION = Path.of("src/demo/java/org/rovingpm");
    private static final Path SQL_FILES = Path.of("src/main/resources/org/rovingpm");
    private static final int A_SCREEN = 25;
    private static final Pattern OWNER = Pattern.compile("^([a-z]+): \\S");
    private static final Pattern JAVA_COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SQL_COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern NAMED_AFTER_KEYWORD = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|truncate|table)\\s+(\\w+(?:\\s+(?:as\\s+)?\\w+)?(?:\\s*,\\s*\\w+(?:\\s+\\w+)?)*)");
    private static final Pattern DELETED_FROM = Pattern.compile("(?i)\\bdelete from (\\w+)");

    /** They follow from others, or help to keep the application going: no record of anything is in them. */
    private static final Set<String> NO_RECORDS = Set.of(
            "account",
            "account_notice",
            "bucket",
            "case_number",
            "confirmed_address",
            "database_probe",
            "latest_search",
            "listed_case",
            "outcode_position",
            "position_file",
            "postcode_position",
            "question_link",
            "returned_mail_position",
            "scheme_check");

    private static final Pattern OF_THE_ENGINE = Pattern.compile("(?i)\\bact_[a-z]{2}_\\w+");

    private final Tables tables = new Tables();

    @Test
    void eachTableViewAndFunctionSaysWhoseItIsAndWhatItIsFor() throws IOException {
        Map<String, String> comments = comments();

        assertThat(comments).hasSizeGreaterThan(80).allSatisfy((name, comment) -> assertThat(comment)
                .as(name)
                .matches(words -> OWNER.matcher(words).find(), "begins with a module"));
        assertThat(owners().values()).isSubsetOf(modules());
    }

    @Test
    void noSqlReachesIntoTheTablesOfAnotherModule() throws IOException {
        Set<String> across = new TreeSet<>();
        Map<String, String> owners = owners();
        for (Path file : code()) {
            sql(file).forEach(sql -> across.addAll(across(owners, module(file), file.toString(), sql)));
        }
        tables.bodies()
                .forEach((name, body) -> across.addAll(across(owners, owners.get(name), "the body of " + name, body)));

        assertThat(across).isEmpty();
    }

    @Test
    void onlyTheEngineModuleAndProcessRoomsReadTheTablesOfTheEngine() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        for (Path file : code()) {
            boolean mayRead = module(file).equals("engine") || file.getParent().endsWith("process");
            if (!mayRead
                    && sql(file).stream()
                            .anyMatch(sql -> OF_THE_ENGINE.matcher(sql).find())) {
                elsewhere.add(file.toString());
            }
        }
        assertThat(elsewhere).isEmpty();
        assertThat(tables.bodies().values())
                .noneMatch(body -> OF_THE_ENGINE.matcher(body).find());
    }

    @Test
    void whatNothingDeletesCannotBeDeleted() throws IOException {
        Set<String> unguarded = new TreeSet<>(tables.tables());
        unguarded.removeAll(tables.guardedFromDeletion());
        for (Path file : code()) {
            sql(file).forEach(sql -> DELETED_FROM
                    .matcher(sql)
                    .results()
                    .forEach(deleted -> unguarded.remove(deleted.group(1).toLowerCase(Locale.ROOT))));
        }
        assertThat(unguarded).isEqualTo(new TreeSet<>(NO_RECORDS));
    }

    @Test
    void sqlLongerThanAScreenIsInAFileOfItsOwn() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : code()) {
            boolean isLong = sql(file).stream()
                    .anyMatch(sql -> sql.contains("select ") && sql.lines().count() > A_SCREEN);
            if (isLong && file.toString().endsWith(".java")) {
                tooLong.add(file.toString());
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void aReferenceAcrossTheWallsIsSeenHoweverItIsWritten() {
        Map<String, String> owners = owners();
        for (String sql : List.of(
                "select 1 from placement",
                "select 1 from stuck s, placement p",
                "select 1 from (placement p join stuck s on true)",
                "select 1\n  from support_case c\n  left join placement p on true",
                "exists (select from placement where ended_on is null)",
                "update placement set pm = 'x'",
                "insert into placement (pm) values ('x')",
                "delete from placement")) {
            assertThat(across(owners, "stuck", "here", sql))
                    .as(sql)
                    .anyMatch(found -> found.contains("placement of placement"));
        }
        assertThat(across(owners, "placement", "here", "select 1 from placement"))
                .isEmpty();
        assertThat(across(owners, "stuck", "here", "select 1 from published_placement"))
                .isEmpty();
    }

    private Map<String, String> comments() {
        Map<String, String> comments = new HashMap<>(tables.relations());
        comments.putAll(tables.functions());
        return comments;
    }

    private Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        comments()
                .forEach((name, comment) ->
                        OWNER.matcher(comment).results().forEach(found -> owners.put(name, found.group(1))));
        return owners;
    }

    private static Set<String> modules() throws IOException {
        try (Stream<Path> folders = Files.list(CODE)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static List<Path> code() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : List.of(CODE, DEMONSTRATION, SQL_FILES)) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(".java")
                                || file.toString().endsWith(".sql"))
                        .filter(file -> file.getParent().compareTo(root) != 0)
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static String module(Path file) {
        return file.getName(CODE.getNameCount()).toString();
    }

    /** What of a file may be SQL: of Java all texts. */
    private static List<String> sql(Path file) {
        try {
            String text = Files.readString(file);
            if (file.toString().endsWith(".sql")) {
                return List.of(SQL_COMMENT.matcher(text).replaceAll(""));
            }
            String code = JAVA_COMMENT.matcher(text.replace("'\"'", "' '")).replaceAll("");
            return LITERAL.matcher(code)
                    .results()
                    .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> across(Map<String, String> owners, String module, String where, String sql) {
        return NAMED_AFTER_KEYWORD
                .matcher(sql.replace('(', ' '))
                .results()
                .flatMap(names -> Arrays.stream(names.group(1).split(",")))
                .map(name -> name.strip().split("\\s")[0].toLowerCase(Locale.ROOT))
                .filter(name -> owners.containsKey(name) && !name.startsWith("published_"))
                .filter(name -> !owners.get(name).equals(module))
                .map(name -> "%s, of %s, reads %s of %s".formatted(where, module, name, owners.get(name)))
                .toList();
    }
}
