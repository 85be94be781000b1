package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.supportcase.CaseClosureProcess;

/** Names, ids and texts fit into the engine's columns: at the bound they are accepted, over it refused. */
class LengthsTest {

    private static final String TASK = CaseClosureProcess.Elements.RECONCILE_MONEY;

    @ParameterizedTest
    @CsvSource({
        "process, name, 255, a name",
        "process, camunda:versionTag, 64, a version tag",
        "task, name, 255, a name",
        "task, camunda:assignee, 255, an assignee",
        "task, camunda:candidateGroups, 255, a candidate"
    })
    void anAttributeFits(String of, String attribute, int most, String what) {
        String id = of.equals("process") ? CaseClosureProcess.KEY : TASK;
        String sentence =
                "has %s of %d characters, and at most %d are possible: shorten it".formatted(what, most + 1, most);
        assertThat(Checked.problems(ChangedModel.of("case-closure.bpmn").set(id, attribute, "x".repeat(most + 1))))
                .anySatisfy(problem -> assertThat(problem).contains(sentence));
        assertThat(Checked.problems(ChangedModel.of("case-closure.bpmn").set(id, attribute, "x".repeat(most))))
                .noneMatch(problem -> problem.contains("characters, and at most"));
    }

    @Test
    void aDescriptionOfATaskFits() {
        ChangedModel closure = ChangedModel.of("case-closure.bpmn").withoutIn(TASK, "documentation");
        assertThat(Checked.problems(closure.documented(TASK, "x".repeat(4001))))
                .singleElement()
                .asString()
                .contains("has a documentation of 4,001 characters, and at most 4,000 are possible");
    }

    @Test
    void theIdOfAProcessOfAManagersOwnFits() {
        String id = "p".repeat(256);
        assertThat(Checked.problems(
                        List.of(new ModelFile("own.bpmn", OwnProcess.inLine(id).content()))))
                .singleElement()
                .asString()
                .contains("has an id of 256 characters, and at most 255 are possible")
                .hasSizeLessThan(400);
    }

    @Test
    void aDecisionFits() {
        assertThat(Checked.problems(
                        ChangedModel.of("approval-level.dmn").set("approval-level", "name", "x".repeat(256))))
                .singleElement()
                .asString()
                .contains("has a name of 256 characters, and at most 255 are possible");
    }
}
