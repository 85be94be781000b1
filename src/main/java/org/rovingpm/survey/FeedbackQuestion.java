package org.rovingpm.survey;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.web.Option;
import org.springframework.stereotype.Component;

/** Asks the practice what it thinks of its support. */
@Component
class FeedbackQuestion implements QuestionKind<GiveFeedback.Form> {

    private static final String SUPPORT = "support";
    private static final int REMINDED = 2;

    private final GiveFeedback giveFeedback;
    private final SupportCases cases;

    FeedbackQuestion(GiveFeedback giveFeedback, SupportCases cases) {
        this.giveFeedback = giveFeedback;
        this.cases = cases;
    }

    @Override
    public String purpose() {
        return "feedback";
    }

    @Override
    public String page() {
        return "survey/give-feedback";
    }

    @Override
    public Class<GiveFeedback.Form> fields() {
        return GiveFeedback.Form.class;
    }

    @Override
    public Optional<String> subject(CaseReference reference) {
        return cases.get(reference).closedAt() == null ? Optional.of(SUPPORT) : Optional.empty();
    }

    /** The first link must still work when the last reminder is sent. */
    @Override
    public Duration linkValid(Duration usual) {
        return usual.multipliedBy(REMINDED);
    }

    @Override
    public Optional<String> over(Question question) {
        SupportCase supportCase = cases.get(question.reference());
        return supportCase.closedAt() == null
                ? Optional.empty()
                : Optional.of("The case is closed, and so is this questionnaire. You can still write to us.");
    }

    @Override
    public Map<String, Object> shown(Question question) {
        return Map.of(
                "scale",
                Arrays.stream(Agreement.values())
                        .map(answer -> new Option(answer.name(), answer.label()))
                        .toList());
    }

    @Override
    public void answered(Question question, GiveFeedback.Form answer) {
        giveFeedback.give(question, answer);
    }
}
