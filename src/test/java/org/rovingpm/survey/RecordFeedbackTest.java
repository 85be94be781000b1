package org.rovingpm.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.survey.RecordFeedback.Form;
import org.rovingpm.survey.RecordFeedback.Given;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class RecordFeedbackTest {

    @Autowired
    private RecordFeedback recordFeedback;

    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;

    @BeforeEach
    void aClosingCase() {
        reference = new CaseFixture(jdbc).at(CaseStage.CLOSING, Rag.GREEN);
    }

    @Test
    void asksForAllThreeAnswersAndWhoGaveThem() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> recordFeedback.record(
                        reference,
                        new Form(null, Given.YES, null, null, null, null, null, null, null, null, null),
                        "coordinator"));
        assertThat(refusal.problems())
                .extracting(Problem::field)
                .containsExactly("wouldRecommend", "lengthUseful", "improvements", "givenBy");
    }

    @Test
    void asksWhyThereIsNoFeedback() {
        assertThatThrownBy(() -> recordFeedback.record(
                        reference,
                        new Form(null, Given.NO, null, null, null, null, null, null, null, null, null),
                        "coordinator"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Say why there is no feedback.");
    }

    @Test
    void isGivenOnceByEachPractice() {
        recordFeedback.record(
                reference,
                new Form(
                        null,
                        Given.YES,
                        Agreement.STRONGLY_AGREE,
                        Agreement.AGREE,
                        Agreement.NEITHER,
                        new BigDecimal("7.5"),
                        "Staff are paid",
                        true,
                        "Thank you",
                        "Dr Test",
                        null),
                "coordinator");
        assertThat(jdbc.sql(
                                "select would_recommend, length_useful, improvements from feedback where case_reference = :case")
                        .param("case", reference.value())
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("STRONGLY_AGREE", "AGREE", "NEITHER");
        assertThatThrownBy(() -> recordFeedback.record(
                        reference,
                        new Form(null, Given.NO, null, null, null, null, null, null, null, null, "None"),
                        "coordinator"))
                .isInstanceOf(Refusal.class);
    }
}
