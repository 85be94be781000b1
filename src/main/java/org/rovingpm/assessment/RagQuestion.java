package org.rovingpm.assessment;

import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.web.Option;
import org.springframework.stereotype.Component;

/** Whether the practice agrees with its rating. */
@Component
class RagQuestion implements QuestionKind<ConfirmRag.Form> {

    private final ConfirmRag confirmRag;
    private final RagRatings ratings;
    private final SupportCases cases;

    RagQuestion(ConfirmRag confirmRag, RagRatings ratings, SupportCases cases) {
        this.confirmRag = confirmRag;
        this.ratings = ratings;
        this.cases = cases;
    }

    @Override
    public String purpose() {
        return "rag";
    }

    @Override
    public String page() {
        return "assessment/confirm-rag";
    }

    @Override
    public Class<ConfirmRag.Form> fields() {
        return ConfirmRag.Form.class;
    }

    @Override
    public Optional<String> subject(CaseReference reference) {
        return ratings.latest(reference).map(rating -> Long.toString(rating.id()));
    }

    @Override
    public Optional<String> over(Question question) {
        if (cases.get(question.reference()).closedAt() != null) {
            return Optional.of("Your case has been closed.");
        }
        return rating(question).equals(ratings.latest(question.reference()).orElseThrow())
                ? Optional.empty()
                : Optional.of("The rating has changed since this message was sent to you.");
    }

    @Override
    public Map<String, Object> shown(Question question) {
        return Map.of(
                "rating", rating(question), "choices", Option.of(ConfirmRag.Choice.values(), ConfirmRag.Choice::label));
    }

    @Override
    public void answered(Question question, ConfirmRag.Form answer) {
        confirmRag.confirm(question, rating(question), answer);
    }

    private RagRating rating(Question question) {
        long id = Long.parseLong(question.subject());
        return ratings.of(question.reference()).stream()
                .filter(rating -> rating.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
