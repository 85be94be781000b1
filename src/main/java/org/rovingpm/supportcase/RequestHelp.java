package org.rovingpm.supportcase;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.practice.register.LookUpPractice;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.RequestAnswers.FurtherPractice;
import org.rovingpm.supportcase.confidential.CaseViewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a practice's request for help and opens its case. */
@Component
public class RequestHelp {

    /** The answers to all questions of a request. */
    public record Form(
            @NotNull(message = "Give the practice's ODS code, such as C84001.") @PlainText(label = "The ODS code", max = 10)
            String odsCode,

            Contact contact,
            Situation situation,
            Risk risk,
            Referral referral)
            implements RequestAnswers {}

    /**
     * A request as somebody of the scheme takes it.
     *
     * @param viewers          who sees the case beside them, if it is confidential; none for all service managers
     * @param furtherPractices the other practices that it is for; none for most requests
     */
    public record TakenRequest(Form request, List<CaseViewer> viewers, List<FurtherPractice> furtherPractices) {

        /** A request for one practice, whose viewers nobody has chosen. */
        public static TakenRequest of(Form request) {
            return new TakenRequest(request, List.of(), List.of());
        }
    }

    /** The case that was opened, with the rating suggested for it. */
    public record Opened(CaseReference reference, Rag suggestedRag) {}

    private final Practices practices;
    private final LookUpPractice lookUpPractice;
    private final SupportCases cases;
    private final CasePractices casePractices;
    private final Triage triage;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestHelp(
            Practices practices,
            LookUpPractice lookUpPractice,
            SupportCases cases,
            CasePractices casePractices,
            Triage triage,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.practices = practices;
        this.lookUpPractice = lookUpPractice;
        this.cases = cases;
        this.casePractices = casePractices;
        this.triage = triage;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** @param who user id of the person who makes the request */
    @Transactional
    public Opened open(Form form, String who) {
        return open(TakenRequest.of(form), who);
    }

    /**
     * Refuses, besides what the answers themselves may be wrong in, viewers of a case that is not confidential.
     *
     * @param who user id of the person who takes the request, or "practice"
     */
    @Transactional
    public Opened open(TakenRequest taken, String who) {
        Form form = taken.request();
        Practice practice = practiceOf(form);
        boolean confidential = Boolean.TRUE.equals(form.referral().confidential());
        check(form, practice)
                .require(
                        confidential || taken.viewers().isEmpty(),
                        "viewers",
                        "Everybody of the office sees a case that is not confidential: tick that this one is, or choose nobody.")
                .refuseIfAny();
        casePractices.lock(Stream.concat(
                        Stream.of(practice.code()),
                        taken.furtherPractices().stream().flatMap(one -> OdsCode.of(one.odsCode()).stream()))
                .toList());
        refuseRepeated(practice.code(), form);
        LocalDate today = LocalDate.now(clock);
        CaseReference reference = cases.nextReference(today.getYear());
        cases.add(SupportCase.requested(reference, practice.code(), request(form, practice, who)));
        timeline.add(
                reference,
                who,
                "Help requested",
                null,
                practice.name(),
                form.situation().whatHappened());
        Rag suggested = triage.suggest(cases.get(reference));
        timeline.add(reference, "system", "RAG rating suggested", null, suggested.label(), null);
        events.publishEvent(new CaseOpened(
                reference,
                who,
                confidential,
                taken.viewers().stream().map(CaseViewer::code).toList(),
                taken.furtherPractices()));
        return new Opened(reference, suggested);
    }

    /**
     * As {@link #open(TakenRequest, String)}, for somebody who does not take requests but refers practices: refused unless it says so,
     * and so with whose consent.
     */
    @Transactional
    public Opened refer(TakenRequest taken, String who) {
        if (!Boolean.TRUE.equals(taken.request().referral().referredByLiaison())) {
            throw new Refusal(
                    RequestFields.REFERRED.key(),
                    "You can only refer a practice: tick that the liaison team does, and say who there agreed and when.");
        }
        return open(taken, who);
    }

    /** @return what is impossible or contradictory in as much of the form as is filled in */
    public List<Problem> problems(Form form) {
        return check(form, practiceOf(form)).found();
    }

    private Practice practiceOf(Form form) {
        return OdsCode.of(form.odsCode()).flatMap(practices::find).orElse(null);
    }

    private Problems check(Form form, Practice practice) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = form.situation().since();
        RequestAnswers.Risk risk = form.risk();
        RequestAnswers.Referral referral = form.referral();
        boolean referred = Boolean.TRUE.equals(referral.referredByLiaison());
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
                                                practice.status().name().toLowerCase(Locale.ROOT)))
                .require(
                        practice == null || practice.inScheme(),
                        "odsCode",
                        practice == null
                                ? ""
                                : "%s is not one of the practices that this scheme serves.".formatted(practice.name()))
                .require(
                        since == null || !since.isAfter(today),
                        "since",
                        "“Since when” is in the future: give today's date or an earlier one.")
                .require(
                        since == null || since.isAfter(today.minusYears(10)),
                        "since",
                        "“Since when” is more than ten years ago: check the date.")
                .require(
                        risk.atRiskBy() == null || !risk.atRiskBy().isBefore(today),
                        "atRiskBy",
                        "The date by which something is at risk has passed: give today's date or a later one.")
                .require(
                        (risk.eventKind() == null) == (risk.eventOn() == null),
                        "eventOn",
                        "Give both the kind of event and its date, or neither.")
                .require(
                        risk.eventOn() == null || !risk.eventOn().isBefore(today),
                        "eventOn",
                        "The date of the inspection or merger has passed: give today's date or a later one.")
                .require(
                        !referred || referral.consentGivenBy() != null,
                        "consentGivenBy",
                        "Say who at the practice agreed to the referral: the scheme acts only with consent.")
                .require(
                        !referred || referral.consentOn() != null,
                        "consentOn",
                        "Give the date on which the practice agreed to the referral.")
                .require(
                        referral.consentOn() == null || !referral.consentOn().isAfter(today),
                        "consentOn",
                        "The date of the consent is in the future: consent comes first.");
    }

    private String unknown(String odsCode) {
        return OdsCode.of(odsCode)
                .flatMap(lookUpPractice::ask)
                .orElse("No practice has the ODS code “%s”: check it, for example on the practice's website."
                        .formatted(odsCode));
    }

    private void refuseRepeated(OdsCode practice, Form form) {
        cases.findSame(practice, form.situation().whatHappened()).ifPresent(same -> {
            throw new Refusal("This request is already case %s: it has been sent before.".formatted(same));
        });
    }

    private SupportCase.Request request(Form form, Practice practice, String who) {
        return new SupportCase.Request(
                clock.instant(),
                who,
                form.contact(),
                form.situation().withListSizeOr(practice.listSize()),
                form.risk(),
                form.referral());
    }
}
