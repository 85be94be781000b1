package org.rovingpm.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.choice.ChoiceLists;

class SubmissionsTest {

    enum Colour {
        RED,
        GREEN
    }

    record Goal(
            @NotBlank(message = "Say what the goal is.") @PlainText(label = "Goal", max = 20)
            String title) {}

    record Report(
            @NotBlank(message = "Say what has happened.") @PlainText(label = "What has happened", max = 30)
            String whatHappened,

            @NotNull(message = "Give the hours.") BigDecimal hours,
            Integer patients,
            LocalDate since,
            Boolean urgent,
            Colour colour,
            @Valid List<Goal> goals) {}

    private final Submissions submissions =
            new Submissions(Validation.buildDefaultValidatorFactory().getValidator(), new ChoiceLists(List.of()));

    private static Map<String, Object> good() {
        Map<String, Object> values = new HashMap<>();
        values.put("whatHappened", "  The manager left. ");
        values.put("hours", 7.5);
        values.put("patients", 8000.0);
        values.put("since", "2026-03-02");
        values.put("urgent", true);
        values.put("colour", "RED");
        values.put("goals", List.of(Map.of("title", "Pay the staff")));
        return values;
    }

    private List<String> sentencesAbout(Map<String, ?> values) {
        return catchThrowableOfType(Refusal.class, () -> submissions.read(Report.class, values)).problems().stream()
                .map(Problem::sentence)
                .toList();
    }

    private List<String> sentencesWith(String field, Object value) {
        Map<String, Object> values = good();
        values.put(field, value);
        return sentencesAbout(values);
    }

    @Test
    void readsTypedAndTrimmedValues() {
        assertThat(submissions.read(Report.class, good()))
                .isEqualTo(new Report(
                        "The manager left.",
                        new BigDecimal("7.5"),
                        8000,
                        LocalDate.of(2026, 3, 2),
                        true,
                        Colour.RED,
                        List.of(new Goal("Pay the staff"))));
    }

    @Test
    void saysEveryProblemAtOnce() {
        assertThat(sentencesAbout(Map.of(
                        "hours",
                        "a lot",
                        "patients",
                        2.5,
                        "since",
                        "2026-02-30",
                        "colour",
                        "BLUE",
                        "goals",
                        List.of(Map.of("title", "")),
                        "extra",
                        1)))
                .containsExactlyInAnyOrder(
                        "Say what has happened.",
                        "Hours must be a number, such as 12 or 7.5.",
                        "Patients must be a whole number, such as 12.",
                        "Since must be a real date, such as 27/03/2026.",
                        "Colour must be one of the choices offered.",
                        "Say what the goal is.",
                        "There is no field “extra” here: leave it out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>bold</b>", "<script>x", "</p>", "<!-- x", "&#60;b", "< img src=x>"})
    void refusesHtml(String text) {
        assertThat(sentencesWith("whatHappened", text))
                .singleElement()
                .asString()
                .contains("contains HTML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null\u0000byte", "bell\u0007", "over\u202Eride", "half\uD83D"})
    void refusesCharactersThatCannotBeShown(String text) {
        assertThat(sentencesWith("whatHappened", text))
                .singleElement()
                .asString()
                .contains("cannot be shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 < 6 & 7 > 3", "O'Brien “says”", "two\nlines\tand a tab", "日本 👩‍⚕️ שלום"})
    void acceptsWhatPeopleWrite(String text) {
        Map<String, Object> values = good();
        values.put("whatHappened", text);
        assertThat(submissions.read(Report.class, values).whatHappened()).isEqualTo(text);
    }

    @Test
    void aLineBreakCountsAsOneLetterHoweverItIsSent() {
        Map<String, Object> values = good();
        values.put("whatHappened", "a\r\n".repeat(14) + "ab");
        assertThat(submissions.read(Report.class, values).whatHappened()).isEqualTo("a\n".repeat(14) + "ab");
        assertThat(sentencesWith("whatHappened", "a\r\n".repeat(15) + "b"))
                .singleElement()
                .asString()
                .contains("(it has 31)");
    }

    @Test
    void saysHowLongATextMayBe() {
        assertThat(sentencesWith("whatHappened", "x".repeat(100_000)))
                .containsExactly("What has happened must be 30 characters or fewer: shorten it (it has 100,000).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "NaN", "Infinity", "0x10", "--5", "12345678901234567890123"})
    void refusesNumbersThatAreNone(String number) {
        assertThat(sentencesWith("hours", number)).containsExactly("Hours must be a number, such as 12 or 7.5.");
    }

    @Test
    void refusesObjectsWhereTextIsAsked() {
        assertThat(sentencesWith("whatHappened", Map.of("a", 1))).containsExactly("What happened must be text.");
        assertThat(sentencesWith("goals", "none")).containsExactly("Goals must be a list.");
        assertThat(sentencesWith("goals", List.of("none")))
                .containsExactly("Goals has an entry that cannot be read: enter it again.");
    }
}
