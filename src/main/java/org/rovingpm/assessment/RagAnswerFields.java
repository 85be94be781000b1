package org.rovingpm.assessment;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** The template fields of the answer to a practice that questioned its rating. */
@Component
class RagAnswerFields implements SubjectFields {

    private final Timeline timeline;

    RagAnswerFields(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public String about() {
        return "rag-answer";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(TemplateField.text(
                "ragAnswer",
                "What the service manager answers",
                "We have looked at the payroll together: amber is right."));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        Timeline.Entry answer = answer(reference);
        return FieldValues.on("answered " + answer.at(), Map.of("ragAnswer", answer.reason()));
    }

    private Timeline.Entry answer(CaseReference reference) {
        return timeline.latest(reference)
                .filter(entry -> AnswerRagQuestion.ANSWERED.equals(entry.what()))
                .orElseThrow(() -> new IllegalStateException(
                        "No question about the rating of case %s has just been answered".formatted(reference)));
    }
}
