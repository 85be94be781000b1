package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.modelcheck.known.ModelFile;

/** What other tools save is told in one sentence a mistake, and what the engine passes over is passed over. */
class OtherToolsTest {

    @Test
    void aConnectorOfAnotherToolIsPassedOver() {
        assertThat(Checked.problems(List.of(OwnProcess.inLine("own", """
                        <bpmn:userTask id="userTask_a" name="Ring" camunda:candidateGroups="coordinator"><bpmn:extensionElements>
                        <tool:connector xmlns:tool="http://example.org/tool"><tool:kind>mail</tool:kind></tool:connector></bpmn:extensionElements></bpmn:userTask>""")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://www.omg.org/spec/DMN/20211108/MODEL/, 1.4", "https://www.omg.org/spec/DMN/20230324/MODEL/, 1.5"
    })
    void aLaterVersionOfDmnIsToldByItsNumber(String namespace, String version) {
        assertThat(Checked.problems(List.of(new ModelFile(
                        "approval-level.dmn",
                        ChangedModel.of("approval-level.dmn")
                                .xml()
                                .replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace)
                                .getBytes(StandardCharsets.UTF_8)))))
                .containsExactly(
                        "approval-level.dmn: The file is of DMN %s, and Camunda 7 reads DMN 1.3: save it in the Modeler as a DMN diagram of Camunda 7."
                                .formatted(version));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <= 5,000 | has a condition in rule 1 that is read as several numbers, <= 5,000: write numbers without a comma
                    4h | has a condition in rule 1 that cannot be read, 4h
                    """)
    void theCellThatCannotBeReadIsNamed(String cell, String sentence) {
        assertThat(Checked.problems(
                        ChangedModel.of("approval-level.dmn").text("inputEntry_approvalLevel_1_1", "text", cell)))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"min": 5, "max": 3} | has a smallest value of 5 and a largest value of 3
                    {"minLength": 10, "maxLength": 2} | has a smallest length of 10 and a largest length of 2
                    {"max": "many"} | has “many” as its bound max: write a number
                    """)
    void aFieldWhoseBoundsAllowNothingIsRefused(String rules, String sentence) {
        assertThat(Checked.problems(Change.bad("bounds", "")
                        .with(
                                "take-a-second-look",
                                GoodChanges.secondLook().field("textfield", "more", "More", "\"validate\":" + rules))))
                .singleElement()
                .asString()
                .contains("“More” (more) " + sentence);
    }

    @Test
    void aFieldThatIsNeededIsNotHiddenForEver() {
        assertThat(Checked.problems(Change.bad("hidden", "")
                        .with(
                                "introduce-pm",
                                ChangedForm.of("introduce-pm").change("firstVisitOn", OtherToolsTest::hidden))))
                .singleElement()
                .asString()
                .contains("firstVisitOn has to be answered and is always hidden");
    }

    private static void hidden(ObjectNode field) {
        field.putObject("conditional").put("hide", "=true");
        ((ObjectNode) field.withObject("/validate")).put("required", true);
    }

    @Test
    void aDefaultKeepsItsBounds() {
        assertThat(Checked.problems(Change.bad("default", "")
                        .with(
                                "take-a-second-look",
                                GoodChanges.secondLook()
                                        .field(
                                                "number",
                                                "hours",
                                                "Hours",
                                                "\"defaultValue\":9,\"validate\":{\"max\":8}"))))
                .singleElement()
                .asString()
                .contains("is filled in beforehand with an answer that its bounds do not allow");
    }
}
