package org.rovingpm.assessment.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.assessment.AnswerRagQuestion;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.engine.FormText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("answerRagQuestionListener")
class AnswerRagQuestionListener extends FormListener<AnswerRagQuestion.Form> {

    private final AnswerRagQuestion answerRagQuestion;
    private final Timeline timeline;
    private final CaseSummary caseSummary;

    AnswerRagQuestionListener(AnswerRagQuestion answerRagQuestion, Timeline timeline, CaseSummary caseSummary) {
        super("answer-rag-question", AnswerRagQuestion.Form.class);
        this.answerRagQuestion = answerRagQuestion;
        this.timeline = timeline;
        this.caseSummary = caseSummary;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", caseSummary.of(reference));
        shown.put("currentRag", task.text(CaseVariables.RAG));
        timeline.latest(reference, "RAG rating questioned")
                .ifPresent(asked -> shown.put(
                        "questionSummary",
                        new FormText()
                                .line("Questioned", asked.at())
                                .line("Rating and name", asked.newValue())
                                .line("The practice writes", asked.reason())
                                .markdown()));
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, AnswerRagQuestion.Form submitted, String who) {
        answerRagQuestion.answer(StepCase.of(task), submitted, who);
    }
}
