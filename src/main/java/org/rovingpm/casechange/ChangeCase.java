package org.rovingpm.casechange;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.rovingpm.assessment.AgreeRag;
import org.rovingpm.checkin.CorrectHours;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.jobplan.RequestVariation;
import org.rovingpm.placement.EndPlacement;
import org.rovingpm.placement.EndReason;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.HoldCase;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.practices.AddPractice;
import org.rovingpm.supportcase.practices.RemovePractice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a case between its steps, where {@link PossibleChanges} allows it. */
@Component
public class ChangeCase {

    private static final String CODE = "odsCode";

    /** What can change. */
    public enum Change {
        PUT_ON_HOLD,
        RESUME,
        CHANGE_RAG,
        ASK_FOR_VARIATION,
        CORRECT_HOURS,
        PM_WITHDRAWS,
        PRACTICE_WANTS_ANOTHER_PM,
        PRACTICE_WITHDRAWS,
        ADD_PRACTICE,
        REMOVE_PRACTICE
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

            @PlainText(label = "The ODS code of the practice that joins", max = 10, oneLine = true)
            String joiningPractice,

            @PlainText(label = "The contact's name", max = 200, oneLine = true)
            String contactName,

            @PlainText(label = "The contact's role", max = 200)
            String contactRole,

            @PlainText(label = "The contact's e-mail address", max = 200)
            String contactEmail,

            @PlainText(label = "The contact's telephone number", max = 40, oneLine = true)
            String contactTelephone,

            @PlainText(label = "The practice that leaves", max = 40, oneLine = true)
            String leavingPractice,

            LocalDate weekEnding,

            @Digits(
                    integer = 4,
                    fraction = 2,
                    message = "Give the hours to the nearest quarter, such as 7.25, 7.5 or 7.75.")
            @DecimalMin(value = "0", message = "Hours cannot be less than 0.") @DecimalMax(value = "60", message = "Hours in one week must be 60 or fewer: check the number.") BigDecimal hours,

            @NotNull(message = "Say why.") @PlainText(label = "Why")
            String reason) {

        /** A change that asks for nothing but why. */
        static Form of(CaseReference reference, Change change, String reason) {
            return new Form(
                    reference.value(),
                    change,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    reason);
        }
    }

    private final SupportCases cases;
    private final PossibleChanges possibleChanges;
    private final HoldCase holdCase;
    private final AgreeRag agreeRag;
    private final RequestVariation requestVariation;
    private final CorrectHours correctHours;
    private final EndPlacement endPlacement;
    private final EndSupport withdrawSupport;
    private final AddPractice addPractice;
    private final RemovePractice removePractice;
    private final Submissions submissions;
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
            AddPractice addPractice,
            RemovePractice removePractice,
            Submissions submissions,
            CaseProcesses processes) {
        this.cases = cases;
        this.possibleChanges = possibleChanges;
        this.holdCase = holdCase;
        this.agreeRag = agreeRag;
        this.requestVariation = requestVariation;
        this.correctHours = correctHours;
        this.endPlacement = endPlacement;
        this.withdrawSupport = withdrawSupport;
        this.addPractice = addPractice;
        this.removePractice = removePractice;
        this.submissions = submissions;
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
        if (form.leavingPractice() != null) {
            leaving(reference, form);
        }
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
            case ADD_PRACTICE -> addPractice(reference, form, who);
            case REMOVE_PRACTICE -> removePractice.remove(reference, leaving(reference, form), form.reason(), who);
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

    /** By the same rules as on the page of the case. */
    private void addPractice(CaseReference reference, Form form, String who) {
        Map<String, String> fields = new HashMap<>();
        fields.put(CODE, form.joiningPractice());
        fields.put("contactName", form.contactName());
        fields.put("contactRole", form.contactRole());
        fields.put("contactEmail", form.contactEmail());
        fields.put("contactTelephone", form.contactTelephone());
        fields.put("agreedWith", form.agreedWith());
        try {
            addPractice.add(reference, submissions.read(AddPractice.Form.class, fields), form.reason(), who);
        } catch (Refusal refusal) {
            throw new Refusal(refusal.problems().stream()
                    .map(problem ->
                            problem.field().equals(CODE) ? new Problem("joiningPractice", problem.sentence()) : problem)
                    .toList());
        }
    }

    /** The choice names case and practice, for the form offers those of all cases. */
    private static OdsCode leaving(CaseReference reference, Form form) {
        String chosen = form.leavingPractice();
        if (chosen == null || !chosen.startsWith(reference + " ")) {
            throw new Refusal("leavingPractice", "Choose a practice of case %s.".formatted(reference));
        }
        return OdsCode.of(chosen.substring(reference.value().length()))
                .orElseThrow(
                        () -> new Refusal("leavingPractice", "Choose a practice of case %s.".formatted(reference)));
    }

    /** @return how the form names a practice that may leave a case */
    public static String leaving(CaseReference reference, OdsCode practice) {
        return reference + " " + practice;
    }

    private void replacePm(CaseReference reference, EndReason end, String reason, String who) {
        holdCase.endInSpiteOfHold(reference, () -> {
            endPlacement.end(reference, end, reason, who);
            processes.tell(reference.value(), SupportCaseProcess.Messages.PM_WITHDRAWN);
        });
    }
}
