package org.rovingpm.assessment;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.Fact;
import org.rovingpm.notification.FactsNow;
import org.rovingpm.notification.MessageFacts;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** What messages may say of the answer to a practice that has questioned its rating. */
@Component
class RagAnswerMessageFacts implements MessageFacts {

    private final Timeline timeline;

    RagAnswerMessageFacts(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public String about() {
        return "rag-answer";
    }

    @Override
    public List<Fact> facts() {
        return List.of(Fact.text(
                "ragAnswer",
                "What the service manager answers",
                "We have looked at the payroll together: amber is right."));
    }

    @Override
    public FactsNow of(CaseReference reference) {
        Timeline.Entry answer = answer(reference);
        return FactsNow.on("answered " + answer.at(), Map.of("ragAnswer", answer.reason()));
    }

    private Timeline.Entry answer(CaseReference reference) {
        return timeline.latest(reference)
                .filter(entry -> AnswerRagQuestion.ANSWERED.equals(entry.what()))
                .orElseThrow(() -> new IllegalStateException(
                        "No question about the rating of case %s has just been answered".formatted(reference)));
    }
}
