package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.modelcheck.known.Provided;
import org.springframework.beans.factory.annotation.Autowired;

/** What the check knows of the code, without making anything of it, is what the code does. */
@ApplicationTest
class ProvidedTest {

    @Autowired
    private Provided provided;

    @Autowired
    private List<FormListener<?>> tasks;

    @Autowired
    private List<StartFormListener<?>> starts;

    @Test
    void theFormsAndTheirFieldsAreThoseOfTheListeners() {
        assertThat(provided.forms()).hasSize(tasks.size() + starts.size());
        tasks.forEach(listener -> assertThat(provided.form(listener.form())).hasValueSatisfying(form -> {
            assertThat(form.fields()).isEqualTo(listener.fields());
            assertThat(form.start()).isFalse();
        }));
        starts.forEach(listener -> assertThat(provided.form(listener.form())).hasValueSatisfying(form -> {
            assertThat(form.fields()).isEqualTo(listener.fields());
            assertThat(form.start()).isTrue();
        }));
    }

    @Test
    void theVariablesOfEachProcessAreThoseOfItsContract() {
        assertThat(provided.variablesOf("job-plan-approval")).hasValueSatisfying(variables -> assertThat(variables)
                .contains("planSubmitted", "budgetHolderNeeded")
                .doesNotContain("supportComplete"));
        assertThat(provided.variablesOf("no-such-process")).isEmpty();
    }

    @Test
    void theServicesAreThoseOfTheSettings() {
        assertThat(provided.services()).contains("nhs-register", "team-chat", "test-service");
    }
}
