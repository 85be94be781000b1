package org.rovingpm.schemestart.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.assessment.AgreeRag;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.StartProcess;
import org.rovingpm.jobplan.ActivatePlan;
import org.rovingpm.jobplan.PrepareJobPlan;
import org.rovingpm.placement.ImportPlacement;
import org.rovingpm.placement.IntroducePm;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.schemestart.sheet.SheetRow;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.ImportCase;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCaseProcess.Elements;
import org.rovingpm.supportcase.information.AskForInformation;
import org.springframework.stereotype.Component;

/**
 * Places open cases at their stage: what went before is recorded without its messages, and their process begins at the step
 * that comes next. From there on they are as any other case.
 */
@Component
class OpenCaseRows implements RowImport {

    private final Submissions submissions;
    private final ImportedCases imported;
    private final Practices practices;
    private final ImportCase importCase;
    private final AskForInformation askForInformation;
    private final Needs needs;
    private final AgreeRag agreeRag;
    private final ImportPlacement importPlacement;
    private final PrepareJobPlan prepareJobPlan;
    private final ActivatePlan activatePlan;
    private final StartProcess startProcess;

    OpenCaseRows(
            Submissions submissions,
            ImportedCases imported,
            Practices practices,
            ImportCase importCase,
            AskForInformation askForInformation,
            Needs needs,
            AgreeRag agreeRag,
            ImportPlacement importPlacement,
            PrepareJobPlan prepareJobPlan,
            ActivatePlan activatePlan,
            StartProcess startProcess) {
        this.submissions = submissions;
        this.imported = imported;
        this.practices = practices;
        this.importCase = importCase;
        this.askForInformation = askForInformation;
        this.needs = needs;
        this.agreeRag = agreeRag;
        this.importPlacement = importPlacement;
        this.prepareJobPlan = prepareJobPlan;
        this.activatePlan = activatePlan;
        this.startProcess = startProcess;
    }

    @Override
    public Sheet sheet() {
        return Sheet.OPEN_CASES;
    }

    @Override
    public String key(SheetRow row) {
        return Fields.key("case", ImportedCases.ownReference(row));
    }

    @Override
    public Imported take(SheetRow row, long file, String who) {
        CaseReference before = imported.find(row).orElse(null);
        if (before != null) {
            return new Imported(row, false, "Already imported: it is case %s".formatted(before));
        }
        Placing placing = submissions.read(Placing.class, Fields.of(row, Placing.class));
        RequestHelp.Form request = submissions.read(RequestHelp.Form.class, Fields.of(row, RequestHelp.Form.class));
        placing.check();
        RequestHelp.Opened opened = importCase.open(request, placing.requestedOn(), false, placing.ownReference(), who);
        CaseReference reference = opened.reference();
        String next = place(reference, placing, request, row, who);
        Map<String, Object> variables = new HashMap<>(Map.of(
                CaseVariables.CASE_REFERENCE,
                reference.value(),
                CaseVariables.RAG,
                (placing.reached(CaseStage.MATCHING) ? placing.rag() : opened.suggestedRag()).name()));
        if (placing.hasPm()) {
            variables.put(CaseVariables.ROVING_PM, placing.pm());
        }
        startProcess.startAt(SupportCaseProcess.KEY, next, reference.value(), variables);
        imported.add(row, reference, file, who);
        return new Imported(
                row,
                true,
                "%s, %s, at “%s”%s"
                        .formatted(
                                reference,
                                practices.nameOf(new OdsCode(request.odsCode())),
                                placing.stage().label(),
                                placing.hasPm() ? ", PM " + placing.pm() : ""));
    }

    /** @return the step at which its process begins */
    private String place(CaseReference reference, Placing placing, RequestHelp.Form request, SheetRow row, String who) {
        if (placing.stage() == CaseStage.REQUESTED) {
            return Elements.ASSESS_REQUEST;
        }
        if (placing.stage() == CaseStage.INFORMATION_NEEDED) {
            askForInformation.ask(reference, placing.informationAskedFor(), null, who);
            return Elements.RECORD_FURTHER_INFORMATION;
        }
        if (placing.stage() == CaseStage.ADVISING) {
            importCase.apply(reference, CaseEvent.ADVICE_CHOSEN);
            return Elements.GIVE_ADVICE;
        }
        Need need = accept(reference, placing, request, who);
        if (!placing.hasPm()) {
            return placing.stage() == CaseStage.CLOSING ? Elements.CLOSE_CASE : Elements.MATCH_PM;
        }
        importPlacement.start(reference, placing.pm(), placing.pmSince(), need, who);
        importCase.apply(reference, CaseEvent.PM_MATCHED);
        if (placing.introducedOn() != null) {
            importPlacement.introduced(
                    reference,
                    new IntroducePm.Form(placing.introducedOn(), placing.how(), placing.firstVisitOn(), null),
                    who);
        }
        if (placing.stage() == CaseStage.INTRODUCING) {
            return placing.introducedOn() == null ? Elements.INTRODUCE_PM : Elements.REPORT_FIRST_VISIT;
        }
        if (placing.firstVisitOn() != null) {
            importPlacement.visited(reference, placing.firstVisitOn(), placing.findings(), placing.rag(), who);
            importCase.apply(reference, CaseEvent.FIRST_VISIT_REPORTED);
        }
        if (placing.stage() == CaseStage.SUPPORTED) {
            plan(reference, row, who);
            return Elements.CHECK_IN_FOR_THE_WEEK;
        }
        return placing.stage() == CaseStage.PLANNING ? Elements.AGREE_JOB_PLAN : Elements.CLOSE_CASE;
    }

    private Need accept(CaseReference reference, Placing placing, RequestHelp.Form request, String who) {
        Need need = new Need(
                placing.helpNeeded(),
                request.situation().helpKinds(),
                placing.sessionsAWeek(),
                placing.expectedStart(),
                placing.expectedWeeks());
        importCase.apply(reference, CaseEvent.REQUEST_ACCEPTED);
        needs.add(reference, need, who);
        agreeRag.agreedBefore(reference, placing.rag(), placing.agreedWith(), who);
        return need;
    }

    /** The plan as far as it is still ahead: its hours and its money are what is left of them. */
    private void plan(CaseReference reference, SheetRow row, String who) {
        Map<String, Object> values = Fields.of(row, PrepareJobPlan.Form.class);
        values.put("decision", PrepareJobPlan.Decision.SUBMIT.name());
        values.put("objectives", List.of(Map.of("objective", row.text("objective"), "measure", row.text("measure"))));
        try {
            activatePlan.activateAgreedBefore(
                    prepareJobPlan
                            .prepare(reference, submissions.read(PrepareJobPlan.Form.class, values), who)
                            .planId(),
                    who);
        } catch (Refusal refusal) {
            throw new Refusal(refusal.problems().stream()
                    .map(problem ->
                            new Problem(problem.field().replaceFirst("^objectives\\[0]\\.", ""), problem.sentence()))
                    .toList());
        }
    }
}
