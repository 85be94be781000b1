package org.rovingpm.supportcase;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.practice.LookUpPractice;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a practice's request for help and opens its case. */
@Component
public class RequestHelp {

    /** What is asked when help is requested. */
    public record Form(
            @NotNull(message = "Give the practice's ODS code, such as C84001.") @PlainText(label = "The ODS code", max = 10)
            String odsCode,

            @NotNull(message = "Give the name of the person to speak to.") @PlainText(label = "The contact's name", max = 200)
            String contactName,

            @NotNull(message = "Give the contact's role at the practice.") @PlainText(label = "The contact's role", max = 200)
            String contactRole,

            @NotNull(message = "Give the contact's e-mail address.") @Email(message = "The contact's e-mail address is not complete: it looks like name@example.org.") @PlainText(label = "The contact's e-mail address", max = 200)
            String contactEmail,

            @Pattern(
                    regexp = "[0-9+() -]{6,40}",
                    message =
                            "The contact's telephone number has characters that do not belong in it: use digits and spaces.")
            String contactTelephone,

            @NotEmpty(message = "Choose at least one kind of help.") List<HelpKind> helpKinds,

            @NotNull(message = "Say what has happened.") @PlainText(label = "What has happened")
            String whatHappened,

            @NotNull(message = "Give the date since when it has been so.") LocalDate since,

            @PlainText(label = "What is at risk") String atRisk,
            Boolean servicesAtRisk,
            Boolean payrollAtRisk,
            LocalDate atRiskBy,
            EventKind eventKind,
            LocalDate eventOn,

            @Min(value = 1, message = "The list size must be at least 1 patient.") @Max(value = 200_000, message = "The list size must be 200,000 patients or fewer: check the number.") Integer listSize,

            @NotNull(message = "Choose the practice's CQC rating, or that it is not known.") CqcRating cqcRating,

            Boolean pmPostVacant,
            Boolean referredByLiaison,

            @PlainText(label = "Who gave consent", max = 200)
            String consentGivenBy,

            LocalDate consentOn,
            Boolean confidential) {}

    /** The case that was opened, with the rating suggested for it. */
    public record Opened(CaseReference reference, String practiceName, Rag suggestedRag) {}

    private final Practices practices;
    private final LookUpPractice lookUpPractice;
    private final SupportCases cases;
    private final Triage triage;
    private final Timeline timeline;
    private final Clock clock;

    RequestHelp(
            Practices practices,
            LookUpPractice lookUpPractice,
            SupportCases cases,
            Triage triage,
            Timeline timeline,
            Clock clock) {
        this.practices = practices;
        this.lookUpPractice = lookUpPractice;
        this.cases = cases;
        this.triage = triage;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @param who user id of the person who makes the request */
    @Transactional
    public Opened open(Form form, String who) {
        Practice practice = practiceOf(form);
        check(form, practice).refuseIfAny();
        refuseSame(practice.code(), form);
        LocalDate today = LocalDate.now(clock);
        CaseReference reference = cases.nextReference(today.getYear());
        SupportCase opened = SupportCase.requested(reference, practice.code(), request(form, practice, who));
        cases.add(opened);
        timeline.add(reference, who, "Help requested", null, practice.name(), form.whatHappened());
        Rag suggested = triage.suggest(opened);
        timeline.add(reference, "system", "RAG rating suggested", null, suggested.label(), null);
        return new Opened(reference, practice.name(), suggested);
    }

    /** @return what cannot be or does not fit together, of as much of the form as is filled in */
    public List<Problem> problems(Form form) {
        return check(form, practiceOf(form)).found();
    }

    private Practice practiceOf(Form form) {
        return OdsCode.of(form.odsCode()).flatMap(practices::find).orElse(null);
    }

    private Problems check(Form form, Practice practice) {
        LocalDate today = LocalDate.now(clock);
        boolean referred = isTrue(form.referredByLiaison());
        return new Problems()
                .require(
                        practice != null || form.odsCode() == null,
                        "odsCode",
                        practice == null && form.odsCode() != null ? unknown(form.odsCode()) : "")
                .require(
                        practice == null || practice.open(),
                        "odsCode",
                        practice == null
                                ? ""
                                : "%s is %s: help can be requested for an open practice only."
                                        .formatted(
                                                practice.name(),
                                                practice.status().name().toLowerCase()))
                .require(
                        practice == null || practice.inScheme(),
                        "odsCode",
                        practice == null
                                ? ""
                                : "%s is not one of the practices that this scheme serves.".formatted(practice.name()))
                .require(
                        form.since() == null || !form.since().isAfter(today),
                        "since",
                        "“Since when” is in the future: give today's date or an earlier one.")
                .require(
                        form.since() == null || form.since().isAfter(today.minusYears(10)),
                        "since",
                        "“Since when” is more than ten years ago: check the date.")
                .require(
                        form.atRiskBy() == null || !form.atRiskBy().isBefore(today),
                        "atRiskBy",
                        "The date by which something is at risk has passed: give today's date or a later one.")
                .require(
                        (form.eventKind() == null) == (form.eventOn() == null),
                        "eventOn",
                        "Give both the kind of event and its date, or neither.")
                .require(
                        form.eventOn() == null || !form.eventOn().isBefore(today),
                        "eventOn",
                        "The date of the inspection or merger has passed: give today's date or a later one.")
                .require(
                        !referred || form.consentGivenBy() != null,
                        "consentGivenBy",
                        "Say who at the practice agreed to the referral: the scheme acts only with consent.")
                .require(
                        !referred || form.consentOn() != null,
                        "consentOn",
                        "Give the date on which the practice agreed to the referral.")
                .require(
                        form.consentOn() == null || !form.consentOn().isAfter(today),
                        "consentOn",
                        "The date of the consent is in the future: consent comes first.");
    }

    private String unknown(String odsCode) {
        return OdsCode.of(odsCode)
                .flatMap(lookUpPractice::ask)
                .orElse("No practice has the ODS code “%s”: check it, for example on the practice's website."
                        .formatted(odsCode));
    }

    private void refuseSame(OdsCode practice, Form form) {
        cases.findSame(practice, form.whatHappened()).ifPresent(same -> {
            throw new Refusal("This request is already case %s: it has been sent before.".formatted(same));
        });
    }

    private SupportCase.Request request(Form form, Practice practice, String who) {
        return new SupportCase.Request(
                clock.instant(),
                who,
                form.contactName(),
                form.contactRole(),
                form.contactEmail(),
                form.contactTelephone(),
                form.helpKinds(),
                form.whatHappened(),
                form.since(),
                form.atRisk(),
                isTrue(form.servicesAtRisk()),
                isTrue(form.payrollAtRisk()),
                form.atRiskBy(),
                form.eventKind(),
                form.eventOn(),
                form.listSize() == null ? practice.listSize() : form.listSize(),
                form.cqcRating(),
                isTrue(form.pmPostVacant()),
                isTrue(form.referredByLiaison()),
                form.consentGivenBy(),
                form.consentOn(),
                isTrue(form.confidential()));
    }

    private static boolean isTrue(Boolean ticked) {
        return Boolean.TRUE.equals(ticked);
    }
}
