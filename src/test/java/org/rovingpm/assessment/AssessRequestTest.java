package org.rovingpm.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class AssessRequestTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private AssessRequest assessRequest;

    @Autowired
    private Submissions submissions;

    @Autowired
    private AgreeRag agreeRag;

    @Autowired
    private RagRatings ratings;

    @Autowired
    private Needs needs;

    @Autowired
    private SupportCases cases;

    private CaseReference reference;

    @BeforeEach
    void aRequestWithPayrollAtRiskInThreeDaysAndAnInspectionAhead() {
        Map<String, Object> request = scheme.request(scheme.practice("Z99010"));
        request.put("payrollAtRisk", true);
        request.put("atRiskBy", LocalDate.now(SchemeTime.ZONE).plusDays(3).toString());
        request.put("eventKind", "INSPECTION");
        request.put("eventOn", LocalDate.now(SchemeTime.ZONE).plusDays(10).toString());
        request.put("cqcRating", "INADEQUATE");
        reference = new CaseReference(scheme.requestHelp("coordinator", request));
    }

    private Map<String, Object> acceptance() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "RED",
                "agreedWith",
                "Dr Test",
                "helpNeeded",
                "Run the payroll.",
                "sessionsAWeek",
                2,
                "expectedStart",
                LocalDate.now(SchemeTime.ZONE).plusDays(1).toString(),
                "expectedWeeks",
                6));
        fields.put("helpKinds", List.of("FINANCES"));
        return fields;
    }

    private void assess(Map<String, Object> fields) {
        assessRequest.assess(reference, submissions.read(AssessRequest.Form.class, fields), "coordinator");
    }

    private List<String> refusedFields(Map<String, Object> fields) {
        return catchThrowableOfType(Refusal.class, () -> assess(fields)).problems().stream()
                .map(Problem::field)
                .toList();
    }

    @Test
    void theSuggestionNamesEveryReasonThatAppliesUrgencyBeforeImpact() {
        RagSuggestion suggestion = ratings.suggestionFor(reference);

        assertThat(suggestion.rag()).isEqualTo(Rag.RED);
        assertThat(suggestion.reasons())
                .hasSizeGreaterThan(3)
                .extracting(RagSuggestion.Reason::side)
                .startsWith("Urgency")
                .endsWith("Impact");
        assertThat(suggestion.reasons())
                .allSatisfy(reason -> assertThat(reason.reason()).isNotBlank());
    }

    @Test
    void anAcceptedRequestHasANeedAndTheFirstRatingOfItsHistory() {
        assess(acceptance());

        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.MATCHING);
        assertThat(needs.latest(reference).helpNeeded()).isEqualTo("Run the payroll.");
        assertThat(ratings.of(reference)).singleElement().satisfies(rating -> {
            assertThat(rating.rag()).isEqualTo(Rag.RED);
            assertThat(rating.agreedWith()).isEqualTo("Dr Test");
            assertThat(rating.who()).isEqualTo("coordinator");
        });
    }

    @Test
    void aRatingOtherThanTheSuggestionNeedsAReason() {
        Map<String, Object> fields = acceptance();
        fields.put("rag", "GREEN");
        assertThat(refusedFields(fields)).containsExactly("overrideReason");

        fields.put("overrideReason", "The bank has stepped in.");
        assess(fields);
        assertThat(ratings.of(reference)).extracting(RagRating::reason).containsExactly("The bank has stepped in.");
    }

    @Test
    void everyLaterRatingIsAddedToTheHistoryAndNoneIsReplaced() {
        assess(acceptance());
        agreeRag.agree(reference, Rag.AMBER, "Payroll has run.", "Dr Other", "manager");

        assertThat(ratings.of(reference)).extracting(RagRating::rag).containsExactly(Rag.RED, Rag.AMBER);
        assertThat(cases.get(reference).rag()).isEqualTo(Rag.AMBER);
    }

    @Test
    void anAcceptanceSaysAllThatIsMissingAtOnce() {
        assertThat(refusedFields(Map.of("decision", "ACCEPT")))
                .containsExactly(
                        "rag",
                        "agreedWith",
                        "helpKinds",
                        "helpNeeded",
                        "sessionsAWeek",
                        "expectedStart",
                        "expectedWeeks");
    }

    @Test
    void aStartInThePastIsRefused() {
        Map<String, Object> fields = acceptance();
        fields.put("expectedStart", LocalDate.now(SchemeTime.ZONE).minusDays(1).toString());
        assertThat(refusedFields(fields)).containsExactly("expectedStart");
    }

    @Test
    void aRefusedPracticeIsToldWhereToTurnWithACodedReason() {
        assertThat(refusedFields(Map.of("decision", "DECLINE"))).containsExactly("declineReason", "signpostedTo");

        assess(Map.of("decision", "DECLINE", "declineReason", "OTHER_SERVICE", "signpostedTo", "The digital team"));
        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.DECLINED);
    }

    @Test
    void aDecidedRequestIsNotDecidedAgain() {
        assess(acceptance());
        assertThat(catchThrowableOfType(Refusal.class, () -> assess(acceptance())))
                .hasMessageContaining("Finding a PM");
    }
}
