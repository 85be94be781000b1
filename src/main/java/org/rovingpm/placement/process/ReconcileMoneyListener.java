package org.rovingpm.placement.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.PlanFacts;
import org.rovingpm.placement.ReconcileMoney;
import org.rovingpm.supportcase.CaseFacts;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("reconcileMoneyListener")
class ReconcileMoneyListener extends FormListener<ReconcileMoney.Form> {

    private final ReconcileMoney reconcileMoney;
    private final CaseFacts facts;
    private final PlanFacts plans;

    ReconcileMoneyListener(ReconcileMoney reconcileMoney, CaseFacts facts, PlanFacts plans) {
        super("reconcile-money", ReconcileMoney.Form.class);
        this.reconcileMoney = reconcileMoney;
        this.facts = facts;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseFacts",
                facts.of(reference),
                "hoursFacts",
                plans.hoursOf(reference),
                "moneyTable",
                plans.moneyRows(reference));
    }

    @Override
    protected void completed(DelegateTask task, ReconcileMoney.Form submitted, String who) {
        reconcileMoney.reconcile(SupportCaseProcess.caseOf(task), submitted, who);
    }
}
