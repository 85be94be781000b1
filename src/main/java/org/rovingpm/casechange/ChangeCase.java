package org.rovingpm.casechange;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.rovingpm.assessment.AgreeRag;
import org.rovingpm.checkin.CorrectHours;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.jobplan.RequestVariation;
import org.rovingpm.placement.EndPlacement;
import org.rovingpm.placement.EndReason;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.HoldCase;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a case between its steps, where {@link PossibleChanges} allows it. */
@Component
public class ChangeCase {

    /** What can change. */
    public enum Change {
        PUT_ON_HOLD,
        RESUME,
        CHANGE_RAG,
        ASK_FOR_VARIATION,
        CORRECT_HOURS,
        PM_WITHDRAWS,
        PRACTICE_WANTS_ANOTHER_PM,
        PRACTICE_WITHDRAWS
    }

    /** The change, and why. */
    public record Form(
            @NotNull(message = "Choose the case that changes.") @PlainText(label = "The number of the case", max = 20)
            String caseReference,

            @NotNull(message = "Choose what changes.") Change change,
            LocalDate holdUntil,
            Rag rag,

            @PlainText(label = "Who at the practice agreed", max = 200)
            String agreedWith,

            LocalDate weekEnding,

            @Digits(
                    integer = 4,
                    fraction = 2,
                    message = "Give the hours to the nearest quarter, such as 7.25, 7.5 or 7.75.")
            @DecimalMin(value = "0", message = "Hours cannot be less than 0.") @DecimalMax(value = "60", message = "Hours in one week must be 60 or fewer: check the number.") BigDecimal hours,

            @NotNull(message = "Say why.") @PlainText(label = "Why")
            String reason) {}

    private final SupportCases cases;
    private final PossibleChanges possibleChanges;
    private final HoldCase holdCase;
    private final AgreeRag agreeRag;
    private final RequestVariation requestVariation;
    private final CorrectHours correctHours;
    private final EndPlacement endPlacement;
    private final EndSupport withdrawSupport;
    private final CaseProcesses processes;

    ChangeCase(
            SupportCases cases,
            PossibleChanges possibleChanges,
            HoldCase holdCase,
            AgreeRag agreeRag,
            RequestVariation requestVariation,
            CorrectHours correctHours,
            EndPlacement endPlacement,
            EndSupport withdrawSupport,
            CaseProcesses processes) {
        this.cases = cases;
        this.possibleChanges = possibleChanges;
        this.holdCase = holdCase;
        this.agreeRag = agreeRag;
        this.requestVariation = requestVariation;
        this.correctHours = correctHours;
        this.endPlacement = endPlacement;
        this.withdrawSupport = withdrawSupport;
        this.processes = processes;
    }

    /**
     * @param pm whether a roving PM makes the change; everybody on the roster counts as one
     * @return the case that was changed
     */
    @Transactional
    public SupportCase change(Form form, String who, boolean pm) {
        CaseReference reference = CaseReference.read(form.caseReference())
                .orElseThrow(() -> new Refusal(
                        "caseReference",
                        "“%s” is not a case number: one looks like RPM-2026-0042.".formatted(form.caseReference())));
        possibleChanges.refuseUnlessPossible(form.change(), reference, who, pm);
        switch (form.change()) {
            case PUT_ON_HOLD -> holdCase.hold(reference, form.holdUntil(), form.reason(), who);
            case RESUME -> {
                holdCase.resume(reference, form.reason(), who);
                processes.tell(reference.value(), CaseChangeProcess.Messages.CASE_RESUMED);
            }
            case CHANGE_RAG -> changeRag(reference, form, who);
            case ASK_FOR_VARIATION -> requestVariation.request(reference, form.reason(), who);
            case CORRECT_HOURS -> correctHours.correct(reference, form.weekEnding(), form.hours(), form.reason(), who);
            case PM_WITHDRAWS -> replacePm(reference, EndReason.PM_WITHDREW, form.reason(), who);
            case PRACTICE_WANTS_ANOTHER_PM ->
                replacePm(reference, EndReason.PRACTICE_WANTED_ANOTHER, form.reason(), who);
            case PRACTICE_WITHDRAWS -> withdrawSupport.withdraw(reference, null, form.reason(), who);
        }
        return cases.get(reference);
    }

    private void changeRag(CaseReference reference, Form form, String who) {
        SupportCase supportCase = cases.get(reference);
        new Problems()
                .require(form.rag() != null, "rag", "Choose the new RAG rating.")
                .require(form.agreedWith() != null, "agreedWith", "Say who at the practice agreed the rating.")
                .require(
                        form.rag() == null || form.rag() != supportCase.rag(),
                        "rag",
                        "Case %s has this rating already: choose another.".formatted(reference))
                .refuseIfAny();
        agreeRag.agree(reference, form.rag(), form.reason(), form.agreedWith(), who);
    }

    private void replacePm(CaseReference reference, EndReason end, String reason, String who) {
        holdCase.endInSpiteOfHold(reference, () -> {
            endPlacement.end(reference, end, reason, who);
            processes.tell(reference.value(), SupportCaseProcess.Messages.PM_WITHDRAWN);
        });
    }
}
