package org.rovingpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.submission.Refusal;
import org.springframework.dao.DataIntegrityViolationException;

class FailureTextTest {

    private static final FailureText OF_A_CASE = new FailureText("Close case", "Case closure", "RPM-2026-0042");

    private static class Away extends OutsideFailure {

        Away() {
            super("The service “nhs-register” cannot be reached, or the connection broke: ConnectException.");
        }
    }

    static Stream<Throwable> everyKind() {
        return Stream.of(
                new Refusal("Case RPM-2026-0042 is closed already"),
                new Away(),
                new BrokenDecision("The decision x gives 2 answers."),
                new DataIntegrityViolationException("Key (contact_email)=(ann@example.org) already exists"),
                new ProcessEngineException("Unknown property used in expression: ${x}"),
                new IllegalStateException("The key is odd"),
                new NullPointerException(),
                new RuntimeException(new IllegalArgumentException("deep\nwithin")));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void eachFailureSaysWhatFailedForWhichCaseWhatWasTriedAndWhatAPersonCanDo(Throwable failure) {
        String last = OF_A_CASE.of(new RuntimeException("wrapped", failure), 5, 5);

        assertThat(last)
                .startsWith("The step “Close case” of the process “Case closure” failed for case RPM-2026-0042. ")
                .contains(" Tried 5 times so far. It is not retried automatically. ")
                .endsWith("retry the step.")
                .doesNotContain("\n", "..", "ann@example.org", "null");
        assertThat(OF_A_CASE.of(failure, 1, 5))
                .contains(" Tried once so far. It is retried automatically. ")
                .doesNotContain("retry the step");
    }

    @Test
    void whatIsToBeDoneFitsTheKind() {
        List<String> texts =
                everyKind().map(failure -> OF_A_CASE.of(failure, 5, 5)).toList();

        assertThat(texts.get(0)).contains("is closed already. Tried", "Open the case and correct what this says");
        assertThat(texts.get(1)).contains("“nhs-register” cannot be reached", "Check that the service works");
        assertThat(texts.get(2)).contains("Correct the decision in the Modeler");
        assertThat(texts.get(3)).contains("The database refused it (DataIntegrityViolationException)");
        assertThat(texts.get(4)).contains("Unknown property", "correct it in the Modeler");
        assertThat(texts.get(5))
                .contains("The key is odd (IllegalStateException)", "the people who look after Roving PM");
        assertThat(texts.get(6)).contains("NullPointerException");
    }

    @Test
    void aProcessOfNoCaseNamesNone() {
        assertThat(new FailureText("Begin refresh", "Practice register refresh", "2026-11-23").of(new Away(), 2, 5))
                .startsWith("The step “Begin refresh” of the process “Practice register refresh” failed. ")
                .contains("Tried 2 times");
    }

    @Test
    void aFailureThatSaysEverythingItselfIsLeftAsItIs() {
        assertThat(OF_A_CASE.of(StepFailed.onAndOn("The message was not sent.", null), 5, 5))
                .isEqualTo("The message was not sent.");
    }
}
