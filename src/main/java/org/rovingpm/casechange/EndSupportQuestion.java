package org.rovingpm.casechange;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** Asks whether support should end. The practice may answer while it has support. */
@Component
class EndSupportQuestion implements QuestionKind<EndSupportQuestion.Form> {

    /** The practice's wish. */
    record Form(
            @NotNull(message = "Say why support should end.") @PlainText(label = "Why")
            String reason,

            @NotNull(message = "Tick the box if support should end.") @AssertTrue(message = "Tick the box if support should end.") Boolean confirmed,

            @NotNull(message = "Give your name and your role at the practice.") @PlainText(label = "Your name and role", max = 200)
            String answeredBy)
            implements QuestionKind.Answer {}

    private static final String SUPPORT = "support";
    private static final String WHO = "practice";
    private static final Duration AS_LONG_AS_SUPPORT = Duration.ofDays(400);

    private final EndSupport withdrawSupport;
    private final SupportCases cases;

    EndSupportQuestion(EndSupport withdrawSupport, SupportCases cases) {
        this.withdrawSupport = withdrawSupport;
        this.cases = cases;
    }

    @Override
    public String purpose() {
        return "stop";
    }

    @Override
    public String page() {
        return "casechange/end-support";
    }

    @Override
    public Class<Form> fields() {
        return Form.class;
    }

    @Override
    public Optional<String> subject(CaseReference reference) {
        return Optional.of(SUPPORT);
    }

    @Override
    public Duration linkValid(Duration usual) {
        return AS_LONG_AS_SUPPORT;
    }

    @Override
    public Optional<String> over(Question question) {
        SupportCase supportCase = cases.get(question.reference());
        return supportCase.closedAt() == null && supportCase.stage() != CaseStage.CLOSING
                ? Optional.empty()
                : Optional.of("Your support has ended already.");
    }

    @Override
    public Map<String, Object> shown(Question question) {
        return Map.of();
    }

    @Override
    public void answered(Question question, Form answer) {
        withdrawSupport.withdraw(question.reference(), answer.answeredBy(), answer.reason(), WHO);
    }
}
