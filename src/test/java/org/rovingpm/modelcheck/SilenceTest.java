package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.contract.Contract;
import org.rovingpm.contract.Contracts;
import org.rovingpm.modelcheck.known.ModelFile;

/** Whatever the application tells a process, the process still hears. */
class SilenceTest {

    static Stream<Arguments> messages() {
        return new Contracts().all().stream().flatMap(contract -> contract.messages().stream()
                .sorted()
                .map(message -> Arguments.of(contract.process(), message)));
    }

    /** A message by another name is one that the application never sends, so the old one is heard no more. */
    @ParameterizedTest
    @MethodSource("messages")
    void aMessageThatTheApplicationSendsIsWaitedFor(String process, String message) {
        assertThat(Checked.problems(List.of(without(process, message)))).anySatisfy(problem -> assertThat(problem)
                .contains("(%s) no longer waits for the message “%s”, which the application sends to it"
                        .formatted(process, message)));
    }

    private static ModelFile without(String process, String message) {
        ChangedModel model = ChangedModel.of(process + ".bpmn");
        return new ModelFile(
                model.file(),
                model.xml()
                        .replace("name=\"" + message + "\"", "name=\"" + message + "ByPost\"")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPracticeCanWithdrawAsLongAsItsPageOffersIt() {
        assertThat(Checked.problems(ChangedModel.of("support-case.bpmn").without("subProcess_withdrawSupport")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("“Support case” (support-case) no longer waits for the message “supportWithdrawn”"));
    }

    @Test
    void everyContractWithMessagesIsLookedAt() {
        assertThat(new Contracts()
                        .all().stream()
                                .map(Contract::messages)
                                .mapToInt(java.util.Set::size)
                                .sum())
                .isGreaterThan(5);
    }
}
