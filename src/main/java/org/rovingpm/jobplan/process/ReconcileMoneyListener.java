package org.rovingpm.jobplan.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.jobplan.PlanSummary;
import org.rovingpm.jobplan.ReconcileMoney;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.closure.SupportRecord;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("reconcileMoneyListener")
class ReconcileMoneyListener extends FormListener<ReconcileMoney.Form> {

    private final ReconcileMoney reconcileMoney;
    private final CaseSummary caseSummary;
    private final PlanSummary plans;
    private final SupportRecord supportRecord;

    ReconcileMoneyListener(
            ReconcileMoney reconcileMoney, CaseSummary caseSummary, PlanSummary plans, SupportRecord supportRecord) {
        super("reconcile-money", ReconcileMoney.Form.class);
        this.reconcileMoney = reconcileMoney;
        this.caseSummary = caseSummary;
        this.plans = plans;
        this.supportRecord = supportRecord;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseSummary",
                caseSummary.of(reference),
                "hoursSummary",
                supportRecord.hoursOf(reference),
                "moneyTable",
                plans.moneyRows(reference));
    }

    @Override
    protected void completed(DelegateTask task, ReconcileMoney.Form submitted, String who) {
        reconcileMoney.reconcile(StepCase.of(task), submitted, who);
    }
}
