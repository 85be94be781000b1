package org.rovingpm.assessment.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.assessment.AgreeChangedRag;
import org.rovingpm.assessment.ProposedRatings;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.engine.FormText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("agreeChangedRagListener")
class AgreeChangedRagListener extends FormListener<AgreeChangedRag.Form> {

    private final AgreeChangedRag agreeChangedRag;
    private final ProposedRatings proposed;
    private final CaseSummary caseSummary;

    AgreeChangedRagListener(AgreeChangedRag agreeChangedRag, ProposedRatings proposed, CaseSummary caseSummary) {
        super("agree-changed-rag", AgreeChangedRag.Form.class);
        this.agreeChangedRag = agreeChangedRag;
        this.proposed = proposed;
        this.caseSummary = caseSummary;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", caseSummary.of(reference));
        shown.put("currentRag", task.text(CaseVariables.RAG));
        proposed.latest(reference).ifPresent(rating -> {
            shown.put("rag", rating.rag());
            shown.put(
                    "changeSummary",
                    new FormText()
                            .line("Visited on", rating.visitedOn())
                            .line("Found", rating.findings())
                            .line("RAG rating the PM would give", rating.rag().label())
                            .line("Why", rating.reason())
                            .markdown());
        });
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, AgreeChangedRag.Form submitted, String who) {
        agreeChangedRag.agree(StepCase.of(task), submitted, who);
    }
}
