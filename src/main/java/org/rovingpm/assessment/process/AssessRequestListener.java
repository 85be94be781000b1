package org.rovingpm.assessment.process;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.assessment.AssessRequest;
import org.rovingpm.assessment.RagRatings;
import org.rovingpm.assessment.RagSuggestion;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.choice.Choice;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.engine.FormText;
import org.rovingpm.engine.Submission;
import org.rovingpm.linkedcase.OtherCases;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCaseProcess.RequestOutcome;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.information.FurtherInformation;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("assessRequestListener")
class AssessRequestListener extends FormListener<AssessRequest.Form> {

    private static final Map<AssessRequest.Decision, RequestOutcome> OUTCOMES = Map.of(
            AssessRequest.Decision.ACCEPT, RequestOutcome.ACCEPTED,
            AssessRequest.Decision.ADVISE, RequestOutcome.ADVICE_ONLY,
            AssessRequest.Decision.ASK_FOR_INFORMATION, RequestOutcome.INFORMATION_NEEDED,
            AssessRequest.Decision.DECLINE, RequestOutcome.DECLINED);

    private final AssessRequest assessRequest;
    private final SupportCases cases;
    private final CaseSummary caseSummary;
    private final FurtherInformation furtherInformation;
    private final RagRatings ratings;
    private final OtherCases otherCases;

    AssessRequestListener(
            AssessRequest assessRequest,
            SupportCases cases,
            CaseSummary caseSummary,
            FurtherInformation furtherInformation,
            RagRatings ratings,
            OtherCases otherCases) {
        super("assess-request", AssessRequest.Form.class);
        this.assessRequest = assessRequest;
        this.cases = cases;
        this.caseSummary = caseSummary;
        this.furtherInformation = furtherInformation;
        this.ratings = ratings;
        this.otherCases = otherCases;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        RagSuggestion suggestion = ratings.suggestionFor(reference);
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", caseSummary.of(reference));
        shown.put("requestSummary", caseSummary.requestOf(reference));
        shown.put("earlierAnswers", earlierAnswers(reference));
        shown.put("otherCases", otherCases.inWords(reference, CaseReader.of(Submission.person(), Submission.groups())));
        shown.put("suggestedRag", suggestion.rag());
        shown.put("suggestionReasons", suggestion.reasons());
        shown.put("rag", suggestion.rag());
        shown.put(
                "helpKinds",
                Choice.offeredOf(cases.get(reference).request().situation().helpKinds()));
        return shown;
    }

    private String earlierAnswers(CaseReference reference) {
        String answers = furtherInformation.of(reference).stream()
                .filter(question -> question.answer() != null)
                .map(question -> new FormText()
                        .line("We asked", question.text())
                        .line(question.givenBy() + " answered", question.answer())
                        .markdown())
                .collect(Collectors.joining("\n\n"));
        return answers.isEmpty() ? null : answers;
    }

    @Override
    protected void completed(DelegateTask task, AssessRequest.Form submitted, String who) {
        assessRequest.assess(StepCase.of(task), submitted, who);
        task.setVariable(
                SupportCaseProcess.Variables.REQUEST_OUTCOME,
                OUTCOMES.get(submitted.decision()).name());
    }
}
