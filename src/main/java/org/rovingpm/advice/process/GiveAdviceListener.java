package org.rovingpm.advice.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.advice.Advisers;
import org.rovingpm.advice.GiveAdvice;
import org.rovingpm.assessment.RagRatings;
import org.rovingpm.choice.Choice;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("giveAdviceListener")
class GiveAdviceListener extends FormListener<GiveAdvice.Form> {

    private final GiveAdvice giveAdvice;
    private final Advisers advisers;
    private final SupportCases cases;
    private final CaseSummary caseSummary;
    private final RagRatings ratings;

    GiveAdviceListener(
            GiveAdvice giveAdvice, Advisers advisers, SupportCases cases, CaseSummary caseSummary, RagRatings ratings) {
        super("give-advice", GiveAdvice.Form.class);
        this.giveAdvice = giveAdvice;
        this.advisers = advisers;
        this.cases = cases;
        this.caseSummary = caseSummary;
        this.ratings = ratings;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", caseSummary.of(reference));
        shown.put("requestSummary", caseSummary.requestOf(reference));
        shown.put("contactSummary", caseSummary.contactOf(reference));
        shown.put(
                "adviserOptions",
                advisers.of(reference).entrySet().stream()
                        .map(adviser -> Map.of("label", adviser.getValue(), "value", adviser.getKey()))
                        .toList());
        shown.put("suggestedRag", ratings.suggestionFor(reference).rag());
        shown.put(
                "helpKinds",
                Choice.offeredOf(cases.get(reference).request().situation().helpKinds()));
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, GiveAdvice.Form submitted, String who) {
        task.setVariable(
                SupportCaseProcess.Variables.MORE_HELP_NEEDED, giveAdvice.give(StepCase.of(task), submitted, who));
    }
}
