package org.rovingpm.practice.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.practice.register.RegisterText.practice;
import static org.rovingpm.practice.register.RegisterText.with;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.PracticeStatus;
import org.rovingpm.practice.file.InputFile;
import org.rovingpm.practice.file.RefusedRow;
import org.rovingpm.submission.Refusal;

class RegisterFileTest {

    private static final String[] GOOD = practice("C84001", "FIRST SURGERY");

    @TempDir
    private Path folder;

    @Test
    void readsPracticesAndPassesOverOtherPrescribers() {
        RegisterFile file =
                read(new RegisterText().row(GOOD).row(with(practice("Y00001", "HOSPICE"), 26, "13", 11, "no date")));

        assertThat(file.rows()).isEqualTo(2);
        assertThat(file.refused().count()).isZero();
        assertThat(file.practices()).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo(new OdsCode("C84001"));
            assertThat(row.address()).isEqualTo("1 HIGH STREET, NOTTINGHAM");
            assertThat(row.postcode()).isEqualTo(new Postcode("NG7 2NR"));
            assertThat(row.openedOn()).isEqualTo("1974-04-01");
            assertThat(row.closedOn()).isNull();
            assertThat(row.status()).isEqualTo(PracticeStatus.ACTIVE);
            assertThat(row.telephone()).isEqualTo("0115 496 0001");
        });
    }

    static Stream<Arguments> rowsThatCannotBeRead() {
        return Stream.of(
                Arguments.of(quoted(Stream.of(GOOD).limit(26).toArray(String[]::new)), "has 26 columns instead of 27"),
                Arguments.of(
                        quoted(Stream.concat(Stream.of(GOOD), Stream.of("")).toArray(String[]::new)),
                        "has 28 columns instead of 27"),
                Arguments.of("gibberish", "has 1 column instead of 27"),
                Arguments.of(quoted(with(GOOD, 1, " ")), "has no practice code in column 1"),
                Arguments.of(quoted(with(GOOD, 1, "C8!")), "has “C8!” in column 1, which is not an ODS code"),
                Arguments.of(quoted(with(GOOD, 2, "")), "has no name in column 2"),
                Arguments.of(quoted(with(GOOD, 2, "A".repeat(101))), "has more than 100 characters in column 2"),
                Arguments.of(
                        quoted(with(GOOD, 2, "BELL\u0007 SURGERY")),
                        "has a character in column 2 that cannot be shown"),
                Arguments.of(
                        quoted(with(GOOD, 2, "NUL\u0000 SURGERY")), "has a character in column 2 that cannot be shown"),
                Arguments.of(
                        quoted(with(GOOD, 4, "Q T 1")),
                        "has “Q T 1” in column 4, which is not the code of an organisation"),
                Arguments.of(quoted(with(GOOD, 10, "NOWHERE")), "has “NOWHERE” in column 10, which is not a postcode"),
                Arguments.of(
                        quoted(with(GOOD, 11, "20230230")),
                        "has “20230230” in column 11, which is not a date such as 20260331"),
                Arguments.of(
                        quoted(with(GOOD, 12, "31/03/2026")),
                        "has “31/03/2026” in column 12, which is not a date such as 20260331"),
                Arguments.of(quoted(with(GOOD, 13, "X")), "has the status “X” in column 13: it must be A, C, D or P"),
                Arguments.of(quoted(with(GOOD, 13, "")), "has the status “” in column 13: it must be A, C, D or P"),
                Arguments.of(quoted(practice("c84009", "TWICE")), "repeats the practice C84009 of line 1"),
                Arguments.of(
                        quoted(GOOD).replace("\"FIRST SURGERY\"", "\"FIRST\" SURGERY\"\""),
                        "has quotation marks in the wrong place"),
                Arguments.of(
                        quoted(GOOD).replace("\"FIRST SURGERY\"", "\"FIRST SURGERY"),
                        "has a quotation mark that is never closed"));
    }

    @ParameterizedTest
    @MethodSource("rowsThatCannotBeRead")
    void reportsARowThatCannotBeReadAndReadsTheRest(String row, String reason) {
        RegisterFile file = read(
                new RegisterText().row(practice("C84009", "BEFORE")).line(row).row(practice("C84002", "AFTER")));

        assertThat(names(file)).containsExactly("AFTER", "BEFORE");
        assertThat(file.refused().listed()).containsExactly(new RefusedRow(2, reason));
    }

    @Test
    void readsFieldsWithLineBreaksQuotationMarksAndCommas() {
        RegisterFile file = read(new RegisterText()
                .row(with(GOOD, 2, "THE \"OLD\" SURGERY,\nANNEXE"))
                .row(practice("C84002", "AFTER"))
                .line("")
                .row(with(practice("C84003", "WRONG"), 13, "?")));

        assertThat(names(file)).containsExactly("AFTER", "THE \"OLD\" SURGERY, ANNEXE");
        assertThat(file.refused().listed()).extracting(RefusedRow::line).containsExactly(5L);
    }

    @Test
    void twoRowsWithAnOpenQuotationMarkLoseOnlyThemselves() {
        String open = quoted(practice("C84003", "OPEN")).replace("\"OPEN\"", "\"OPEN");
        RegisterFile file = read(new RegisterText()
                .row(GOOD)
                .line(open)
                .row(practice("C84002", "BETWEEN"))
                .line(open)
                .row(practice("C84004", "LAST")));

        assertThat(names(file)).containsExactly("BETWEEN", "FIRST SURGERY", "LAST");
        assertThat(file.refused().listed()).extracting(RefusedRow::line).containsExactly(2L, 4L);
        assertThat(file.unread()).containsExactly(new OdsCode("C84003"));
    }

    @Test
    void aRowCutOffAtTheEndOfTheFileIsReported() {
        RegisterFile file = read(new RegisterText().row(GOOD).line("\"C84002\",\"CUT O"));

        assertThat(names(file)).containsExactly("FIRST SURGERY");
        assertThat(file.refused().listed())
                .containsExactly(new RefusedRow(2, "has a quotation mark that is never closed"));
    }

    @Test
    void readsLatin1AndUtf8WithAndWithoutAByteOrderMark() {
        RegisterText text = new RegisterText().row(practice("C84001", "CAFÉ MÜLLER"));

        assertThat(Stream.of(
                        text.in(folder),
                        text.in(folder, StandardCharsets.UTF_8, ""),
                        text.in(folder, StandardCharsets.UTF_8, "\uFEFF")))
                .allSatisfy(path ->
                        assertThat(names(RegisterFile.read(input(path)))).containsExactly("CAFÉ MÜLLER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n"})
    void refusesAnEmptyFile(String text) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), text);

        assertThatThrownBy(() -> RegisterFile.read(input(empty)))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The register was not loaded: "
                                + "empty.csv is empty. What was loaded before stays as it is. Correct the file or the setting the.setting.");
    }

    @Test
    void refusesAFileWithoutAPracticeThatCanBeRead() {
        assertThatThrownBy(() -> read(new RegisterText().line("Code,Name").line("PK\u0003\u0004")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2 rows, has no GP practice that can be read")
                .hasMessageContaining("(line 1 has 2 columns instead of 27)");
    }

    @Test
    void keepsTheFirstThousandRefusalsAndCountsAll() {
        RegisterText text = new RegisterText().row(GOOD);
        for (int i = 0; i < 1500; i++) {
            text.line("wrong");
        }
        RegisterFile file = read(text);

        assertThat(file.refused().count()).isEqualTo(1500);
        assertThat(file.refused().listed()).hasSize(1000);
    }

    private RegisterFile read(RegisterText text) {
        return RegisterFile.read(input(text.in(folder)));
    }

    private static InputFile input(Path path) {
        return new InputFile(path, "The register", "the.setting");
    }

    private static List<String> names(RegisterFile file) {
        return file.practices().stream()
                .map(RegisterRow::name)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String quoted(String... columns) {
        return "\"" + String.join("\",\"", columns) + "\"";
    }
}
