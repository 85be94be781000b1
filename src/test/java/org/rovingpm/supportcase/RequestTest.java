package org.rovingpm.supportcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class RequestTest {

    @Autowired
    private Scheme scheme;

    @Test
    void aRequestBecomesACaseWithANumberADeadlineAndASuggestedRating() {
        String reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99001")));

        assertThat(reference).matches("RPM-\\d{4}-\\d{4}");
        assertThat(scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getDueDate())
                .isNotNull();
        assertThat(scheme.shown(reference, SupportCaseProcess.Elements.ASSESS_REQUEST))
                .containsKeys("suggestedRag", "suggestionReasons", "caseSummary");
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did the manager leave?"));
        assertThat(scheme.openSteps(reference))
                .isEqualTo(List.of(SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION));
    }
}
