package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition compares a variable with a value that it can have. */
class ComparisonsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ${rag == 'red'} | compares “rag” with “red”, which it never is: compare it with AMBER, GREEN, RED.
                    ${'BLUE' != rag} | compares “rag” with “BLUE”, which it never is
                    ${requestOutcome == 'YES'} | compares “requestOutcome” with “YES”, which it never is: compare it with ACCEPTED, ADVICE_ONLY, DECLINED, INFORMATION_NEEDED.
                    ${requestOutcome == 'ACCEPTED' and rag == 'Red'} | compares “rag” with “Red”
                    """)
    void aValueThatTheVariableNeverHasIsRefused(String condition, String sentence) {
        assertThat(Checked.problems(ChangedModel.of("support-case.bpmn")
                        .text("flow_requestAccepted_no", "conditionExpression", condition)))
                .singleElement()
                .asString()
                .contains("“No” (flow_requestAccepted_no) has a condition that " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${rag == 'RED'}", "${rag != null}", "${requestOutcome eq 'DECLINED' or rag == 'AMBER'}"})
    void aValueThatTheVariableCanHaveIsAccepted(String condition) {
        assertThat(Checked.problems(ChangedModel.of("support-case.bpmn")
                        .text("flow_requestAccepted_no", "conditionExpression", condition)))
                .isEmpty();
    }

    @Test
    void aVariableThatIsTrueOrFalseIsNoWord() {
        assertThat(Checked.problems(ChangedModel.of("job-plan-approval.bpmn")
                        .text("flow_planSubmitted_yes", "conditionExpression", "${planSubmitted == 'yes'}")))
                .singleElement()
                .asString()
                .contains("compares “planSubmitted” with “yes”, which it never is: compare it with false, true.");
        assertThat(Checked.problems(ChangedModel.of("job-plan-approval.bpmn")
                        .text("flow_planSubmitted_yes", "conditionExpression", "${planSubmitted == true}")))
                .isEmpty();
    }

    @Test
    void aChoiceOfAFormIsOneOfItsValues() {
        assertThat(Checked.problems(Change.bad("another choice", "")
                        .with("take-a-second-look", GoodChanges.secondLook())
                        .with(GoodChanges.oneMoreApproval()
                                .text("flow_planSound_next", "conditionExpression", "${howSure == 'Sure'}"))))
                .singleElement()
                .asString()
                .contains("compares “howSure” with “Sure”, which it never is: compare it with ");
    }
}
