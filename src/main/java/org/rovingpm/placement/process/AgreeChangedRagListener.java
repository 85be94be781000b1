package org.rovingpm.placement.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.assessment.AgreeChangedRag;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.engine.FormText;
import org.rovingpm.placement.FirstVisits;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("agreeChangedRagListener")
class AgreeChangedRagListener extends FormListener<AgreeChangedRag.Form> {

    private final AgreeChangedRag agreeChangedRag;
    private final FirstVisits visits;
    private final CaseSummary facts;

    AgreeChangedRagListener(AgreeChangedRag agreeChangedRag, FirstVisits visits, CaseSummary facts) {
        super("agree-changed-rag", AgreeChangedRag.Form.class);
        this.agreeChangedRag = agreeChangedRag;
        this.visits = visits;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", facts.of(reference));
        shown.put("currentRag", task.text(SupportCaseProcess.RAG));
        visits.latest(reference).ifPresent(visit -> {
            shown.put("rag", visit.ragNow());
            shown.put(
                    "changeSummary",
                    new FormText()
                            .line("Visited on", visit.visitedOn())
                            .line("Found", visit.found())
                            .line("The PM would rate it", visit.ragNow().label())
                            .line("Why", visit.ragReason())
                            .markdown());
        });
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, AgreeChangedRag.Form submitted, String who) {
        agreeChangedRag.agree(SupportCaseProcess.caseOf(task), submitted, who);
    }
}
