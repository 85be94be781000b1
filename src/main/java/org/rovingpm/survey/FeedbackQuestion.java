package org.rovingpm.survey;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.web.Option;
import org.springframework.stereotype.Component;

/** Asks each practice what it thinks of its support. */
@Component
class FeedbackQuestion implements QuestionKind<GiveFeedback.Form> {

    private static final String SUPPORT = "support";
    private static final int REMINDED = 2;

    private final GiveFeedback giveFeedback;
    private final SupportCases cases;
    private final Feedbacks feedbacks;

    FeedbackQuestion(GiveFeedback giveFeedback, SupportCases cases, Feedbacks feedbacks) {
        this.giveFeedback = giveFeedback;
        this.feedbacks = feedbacks;
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
    public boolean answeredByEach() {
        return true;
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
        if (supportCase.closedAt() != null) {
            return Optional.of("The case is closed, and so is this questionnaire. You can still write to us.");
        }
        return feedbacks
                .find(question.reference(), question.practice())
                .map(known -> known.noReason() != null
                        ? "We have noted that your practice gives no feedback. You can still write to us."
                        : "%s has given your feedback already, on %s."
                                .formatted(known.givenBy(), BritishFormat.date(known.at())));
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
