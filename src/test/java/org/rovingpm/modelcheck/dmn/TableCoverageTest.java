package org.rovingpm.modelcheck.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.modelcheck.process.EngineFeel;

/** Gaps and overlaps of tables are found, and none that are not there; also of the largest, without asking FEEL for each cell. */
class TableCoverageTest {

    private static final long SEED = 20_261_130;
    private static final int TABLES = 400;
    private static final KnownDecision ASKED_BY_THE_CODE =
            new KnownDecision("table", Set.of(), Map.of(), true, Map.of());

    private static final Map<String, List<String>> CELLS = Map.of(
            "integer",
            List.of("-", "3", "< 3", ">= 2", "[1..4]", "]1..4[", "(2..5]", "not(2)", "1,3", "> 4, < 2", "[5..2]"),
            "double",
            List.of("", "2.5", "<= 2.5", "> 2.5", "[0.5..2.5)", "not([1..2])", "> 3, 1", "]0.5..3]"),
            "string",
            List.of("-", "\"A\"", "\"A\",\"B\"", "not(\"A\")", "not(\"A\", \"B\")", "\"C\""),
            "boolean",
            List.of("-", "true", "false", "not(true)"));

    private static final Map<String, List<Object>> VALUES = Map.of(
            "integer", List.of(0, 1, 2, 3, 4, 5, 6),
            "double", List.of(0, 0.5, 0.75, 1, 1.5, 2, 2.2, 2.5, 2.75, 3, 3.5),
            "string", List.of("A", "B", "C", "D"),
            "boolean", List.of(true, false));

    private final Feel feel = new LiteralCells(EngineFeel.create());

    @Test
    void agreesWithFeelAboutEveryValueOfTablesOfAllKinds() throws Feel.Unreadable {
        Random random = new Random(SEED);
        for (int number = 0; number < TABLES; number++) {
            List<String> types = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(column -> List.copyOf(CELLS.keySet()).get(random.nextInt(CELLS.size())))
                    .toList();
            Table table = Table.of(types.toArray(String[]::new));
            for (int rule = 0; rule <= random.nextInt(6); rule++) {
                table.rule(Stream.concat(types.stream().map(type -> oneOf(CELLS.get(type), random)), Stream.of("1"))
                        .toList());
            }
            List<Integer> hits = hits(table, types);

            assertThat(table.gaps(feel, ASKED_BY_THE_CODE).problems().isEmpty())
                    .as("No gap in " + table)
                    .isEqualTo(hits.stream().noneMatch(rules -> rules == 0));
            assertThat(table.overlaps("UNIQUE", feel).problems().isEmpty())
                    .as("No overlap in " + table)
                    .isEqualTo(hits.stream().noneMatch(rules -> rules > 1));
        }
    }

    private static String oneOf(List<String> cells, Random random) {
        return cells.get(random.nextInt(cells.size()));
    }

    /** For each combination of values how many rules apply, as FEEL says. */
    private List<Integer> hits(Table table, List<String> types) throws Feel.Unreadable {
        List<List<Object>> combinations = List.of(List.of());
        for (String type : types) {
            List<List<Object>> longer = new ArrayList<>();
            combinations.forEach(one -> VALUES.get(type)
                    .forEach(value -> longer.add(
                            Stream.concat(one.stream(), Stream.of(value)).toList())));
            combinations = longer;
        }
        List<Integer> hits = new ArrayList<>();
        for (List<Object> values : combinations) {
            int applying = 0;
            for (List<String> rule : table.rules()) {
                boolean applies = true;
                for (int at = 0; at < values.size() && applies; at++) {
                    applies = feel.holds(rule.get(at), values.get(at));
                }
                applying += applies ? 1 : 0;
            }
            hits.add(applying);
        }
        return hits;
    }

    @Test
    void daysAreComparedAsDays() {
        Table table = Table.of("date")
                .rule("< date(\"2027-04-01\")", "1")
                .rule("[date(\"2027-04-01\")..date(\"2027-12-31\")]", "2")
                .rule("> date(\"2028-01-01\")", "3");

        assertThat(Table.sentences(table.gaps(feel, ASKED_BY_THE_CODE).problems()))
                .containsExactly("table has no rule for a = 1 January 2028: add one, or widen another.");
    }

    @Test
    void withTheHitPolicyAnyRulesMayMeetWhereTheyAnswerAlike() {
        Table table = Table.of("integer").rule("< 5", "1").rule("> 3", "1").rule("> 8", "2");

        assertThat(Table.sentences(table.overlaps("ANY", feel).problems()))
                .containsExactly(
                        "table has rules for a = 9 that answer differently (rule 2, rule 3): with the hit policy Any they must answer alike.");
    }

    @Test
    void aConditionThatCannotBeComparedIsSaidToBe() {
        Table table = Table.of("string").rule("contains(?, \"a\")", "1").rule("starts with(?, \"b\")", "2");
        for (int word = 0; word < 6_000; word++) {
            table.rule("\"w%d\"".formatted(word), "1");
        }
        Findings findings = table.overlaps("UNIQUE", feel);

        assertThat(findings.problems()).isEmpty();
        assertThat(Table.sentences(findings.warnings()))
                .containsExactly(
                        "table has conditions that the check cannot compare with each other: try out whether each case has the rule that it should have.");
    }

    @Test
    void theLargestTableIsJudgedWithoutAQuestionToFeel() {
        Random random = new Random(SEED);
        Table table = largest(random);
        table.rule(table.rules().get(700));
        Findings findings = table.overlaps("UNIQUE", new NotAsked());

        assertThat(Table.sentences(findings.problems()))
                .singleElement()
                .asString()
                .contains("table has several rules for a = 700, ", "(rule 701, rule 2001)", " more");
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void wherePartOfATableOnlyWasLookedAtTheCheckSaysSo() {
        Random random = new Random(SEED);
        int columns = 60;
        Table table = Table.of(Stream.generate(() -> "integer").limit(columns).toArray(String[]::new));
        // Each rule asks three of the columns: whether all of them together leave something out is a famously hard
        // question
        for (int rule = 0; rule < 6 * columns; rule++) {
            Set<Integer> asked =
                    random.ints(0, columns).distinct().limit(3).boxed().collect(Collectors.toSet());
            table.rule(IntStream.rangeClosed(0, columns)
                    .mapToObj(column -> column == columns
                            ? "1"
                            : !asked.contains(column) ? "-" : random.nextBoolean() ? "> 5" : "<= 5")
                    .toList());
        }
        Findings findings = table.gaps(feel, ASKED_BY_THE_CODE);

        assertThat(findings.problems()).isEmpty();
        assertThat(Table.sentences(findings.warnings()))
                .containsExactly(
                        "table has so many combinations that the check looked at a part of them only: there may be more without a rule, or with several.");
    }

    /** 2,000 rows and 26 columns, each row with a number of its own. */
    private static Table largest(Random random) {
        Table table = Table.of(IntStream.range(0, 26)
                .mapToObj(column -> column % 2 == 0 ? "integer" : "string")
                .toArray(String[]::new));
        for (int row = 0; row < 2_000; row++) {
            int number = row;
            table.rule(IntStream.rangeClosed(0, 26)
                    .mapToObj(column -> column == 0
                            ? String.valueOf(number)
                            : column == 26
                                    ? "1"
                                    : random.nextInt(3) == 0
                                            ? "-"
                                            : column % 2 == 0
                                                    ? ">= " + random.nextInt(1000)
                                                    : "\"w%d\"".formatted(random.nextInt(50)))
                    .toList());
        }
        return table;
    }

    private static final class NotAsked implements Feel {

        @Override
        public boolean holds(String cell, Object value) {
            throw new AssertionError("FEEL was asked about " + cell);
        }

        @Override
        public Object value(String cell) {
            throw new AssertionError("FEEL was asked about " + cell);
        }

        @Override
        public Optional<String> tooMuch(String expression) {
            throw new AssertionError("FEEL was asked about " + expression);
        }
    }
}
