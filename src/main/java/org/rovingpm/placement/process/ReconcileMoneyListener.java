package org.rovingpm.placement.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.PlanSummary;
import org.rovingpm.placement.ReconcileMoney;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("reconcileMoneyListener")
class ReconcileMoneyListener extends FormListener<ReconcileMoney.Form> {

    private final ReconcileMoney reconcileMoney;
    private final CaseSummary facts;
    private final PlanSummary plans;

    ReconcileMoneyListener(ReconcileMoney reconcileMoney, CaseSummary facts, PlanSummary plans) {
        super("reconcile-money", ReconcileMoney.Form.class);
        this.reconcileMoney = reconcileMoney;
        this.facts = facts;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseSummary",
                facts.of(reference),
                "hoursSummary",
                plans.hoursOf(reference),
                "moneyTable",
                plans.moneyRows(reference));
    }

    @Override
    protected void completed(DelegateTask task, ReconcileMoney.Form submitted, String who) {
        reconcileMoney.reconcile(SupportCaseProcess.caseOf(task), submitted, who);
    }
}
