package org.rovingpm.modelchange.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rovingpm.modelchange.ChangedModels;
import org.rovingpm.modelchange.ChangedSupportCase;

/** What is different between two versions, in words that a manager uses. */
class DifferencesTest {

    private static List<String> between(String file, String... replacements) {
        return Differences.between(
                        file,
                        ChangedModels.bytes(ChangedModels.packaged(file)),
                        ChangedModels.bytes(ChangedModels.changed(file, replacements)))
                .stream()
                .map(Difference::sentence)
                .toList();
    }

    @Test
    void aStepAddedToAProcessAndTheFlowThatLeadsToIt() {
        assertThat(Differences.between(
                        ChangedSupportCase.FILE,
                        ChangedModels.bytes(ChangedModels.packaged(ChangedSupportCase.FILE)),
                        ChangedModels.bytes(ChangedSupportCase.MODEL)))
                .extracting(Difference::sentence)
                .containsExactly(
                        "User task “Approve assessment” was added.",
                        "Flow from “Approve assessment” to “Request accepted?” was added.",
                        "Flow from “Assess request” to “Request accepted?” leads to “Approve assessment” instead of “Request accepted?”.");
        assertThat(Differences.between(
                        ChangedSupportCase.FILE,
                        ChangedModels.bytes(ChangedSupportCase.MODEL),
                        ChangedModels.bytes(ChangedModels.packaged(ChangedSupportCase.FILE))))
                .extracting(Difference::kind)
                .contains(Difference.Kind.REMOVED);
    }

    @Test
    void whoMayDoAStepItsFormItsListenerAndItsCondition() {
        assertThat(between(
                        "support-case.bpmn",
                        "camunda:formRef=\"assess-request\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"coordinator\"",
                        "camunda:formRef=\"assess-more\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"service-manager\"",
                        "        <camunda:taskListener delegateExpression=\"#{assessRequestListener}\" event=\"complete\" />\n",
                        ""))
                .contains(
                        "User task “Assess request”: who may do it was “coordinator” and is now “service-manager”.",
                        "User task “Assess request”: its form was “assess-request” and is now “assess-more”.")
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("what it runs of its taskListener[complete]", "is no longer set"));
    }

    @Test
    void whenATimerFires() {
        assertThat(between("morning-digest.bpmn", "0 0 8 * * MON-FRI", "0 30 7 * * MON-FRI"))
                .containsExactly(
                        "Start event “Morning reached”: when it fires was “0 0 8 * * MON-FRI” and is now “0 30 7 * * MON-FRI”.");
    }

    @Test
    void onlyTheDrawing() {
        assertThat(between(
                        "support-case.bpmn",
                        "<dc:Bounds x=\"325\" y=\"200\" width=\"100\" height=\"80\" />",
                        "<dc:Bounds x=\"330\" y=\"200\" width=\"100\" height=\"80\" />"))
                .containsExactly("Only its drawing or layout has changed, not its behaviour.");
    }

    @Test
    void theFieldsOfAForm() {
        assertThat(between("review-hold.form", "\"label\": \"Why?\"", "\"label\": \"For what reason?\""))
                .containsExactly("Field “For what reason?”: its label was “Why?” and is now “For what reason?”.");
        assertThat(between("review-hold.form", "\"key\": \"reason\"", "\"key\": \"why\""))
                .containsExactly("Field “Why?” was added.", "Field “Why?” was removed.");
    }

    @Test
    void theCellsAndRowsOfADecision() {
        assertThat(between("rag-rating.dmn", "<text>&gt;= 12000</text>", "<text>&gt;= 15000</text>"))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .contains("row 2", "“Patients on the list” was “>= 12000” and is now “>= 15000”"));
        assertThat(between("rag-rating.dmn", "<rule id=\"rule_ragImpact_2\">", "<rule id=\"rule_another\">"))
                .anySatisfy(
                        sentence -> assertThat(sentence).contains("row 2 was added: Patients on the list: >= 12000"))
                .anySatisfy(sentence -> assertThat(sentence).contains("row 2 was removed"));
    }

    @Test
    void theRowOfATableWhoseRowsAreNamed() {
        assertThat(between(
                        "service-levels.dmn",
                        "<outputEntry id=\"outputEntry_serviceLevels_3_1\">\n          <text>4</text>",
                        "<outputEntry id=\"outputEntry_serviceLevels_3_1\">\n          <text>6</text>"))
                .containsExactly("Service levels: row 4 (Choose PM), “Red (hours)” was “4” and is now “6”.");
        assertThat(between("service-levels.dmn", "<text>\"Choose PM\"</text>", "<text>\"Pick PM\"</text>"))
                .containsExactly("Service levels: row 4 (Pick PM), “Step” was “Choose PM” and is now “Pick PM”.");
    }

    @Test
    void whatCannotBeReadIsReported() {
        assertThat(Differences.between(
                        "x.bpmn",
                        ChangedModels.bytes("<a/>"),
                        ChangedModels.bytes("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>")))
                .extracting(Difference::sentence)
                .containsExactly("The file has changed. It cannot be compared: it is not well-formed.");
    }
}
