package org.rovingpm.assessment;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.referral.ReferOn;
import org.rovingpm.referral.ReferralPlace;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.information.AskForInformation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on a request: accepts it with a rating and the help needed, has advice given, asks the practice for more information,
 * or declines it and signposts.
 */
@Component
public class AssessRequest {

    /** What the assessor may decide. */
    public enum Decision {
        ACCEPT,
        ADVISE,
        ASK_FOR_INFORMATION,
        DECLINE
    }

    /** What is agreed when help by a PM begins: the rating, and the help needed. */
    public record Acceptance(
            Rag rag,

            @PlainText(label = "Why you override the suggestion")
            String overrideReason,

            @PlainText(label = "Who at the practice agreed the rating", max = 200)
            String agreedWith,

            List<HelpKind> helpKinds,
            @PlainText(label = "The help needed") String helpNeeded,

            @DecimalMin(value = "0.5", message = "Sessions a week must be at least 0.5 (a session is half a day).")
            @DecimalMax(value = "10", message = "Sessions a week must be 10 or fewer: a week has ten half days.") @Digits(
                    integer = 2,
                    fraction = 2,
                    message = "Give sessions a week with at most two decimal places, such as 2.5.")
            BigDecimal sessionsAWeek,

            LocalDate expectedStart,

            @Min(value = 1, message = "Expected weeks must be at least 1.") @Max(value = 104, message = "Expected weeks must be 104 or fewer: for longer support, plan again later.") Integer expectedWeeks) {}

    /** The assessor's answers. */
    public record Form(
            @NotNull(message = "Choose what to do with the request.") Decision decision,

            Acceptance acceptance,

            @PlainText(label = "What you ask the practice for")
            String informationAskedFor,

            @PlainText(label = "Which practice you ask", max = 10, oneLine = true)
            String informationPractice,

            DeclineReason declineReason,

            @PlainText(label = "Where the practice can turn")
            String signpostedTo,

            ReferralPlace referralPlace,

            @PlainText(label = "What the place can help with", max = 1000)
            String referralReason) {}

    private final SupportCases cases;
    private final RagRatings ratings;
    private final AgreeRag agreeRag;
    private final Needs needs;
    private final AskForInformation askForInformation;
    private final ReferOn referOn;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    AssessRequest(
            SupportCases cases,
            RagRatings ratings,
            AgreeRag agreeRag,
            Needs needs,
            AskForInformation askForInformation,
            ReferOn referOn,
            Timeline timeline,
            JdbcClient jdbc,
            Clock clock) {
        this.cases = cases;
        this.ratings = ratings;
        this.agreeRag = agreeRag;
        this.needs = needs;
        this.askForInformation = askForInformation;
        this.referOn = referOn;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void assess(CaseReference reference, Form form, String who) {
        new Problems()
                .require(
                        (form.referralPlace() == null) == (form.referralReason() == null),
                        form.referralPlace() == null ? "referralPlace" : "referralReason",
                        "To refer the practice on as well, say both where to and what they can help with.")
                .refuseIfAny();
        OdsCode asked = asked(reference, form);
        if (form.referralPlace() != null) {
            referOn.refer(reference, new ReferOn.Form(form.referralPlace(), form.referralReason()), who);
        }
        switch (form.decision()) {
            case ACCEPT -> accept(reference, form.acceptance(), who);
            case ADVISE -> advise(reference, who);
            case ASK_FOR_INFORMATION -> {
                new Problems()
                        .require(
                                form.informationAskedFor() != null,
                                "informationAskedFor",
                                "Say what you are asking the practice for.")
                        .refuseIfAny();
                askForInformation.ask(reference, form.informationAskedFor(), asked, who);
            }
            case DECLINE -> decline(reference, form, who);
        }
    }

    /** Whoever is not known must not become everybody. */
    private OdsCode asked(CaseReference reference, Form form) {
        return form.informationPractice() == null
                ? null
                : OdsCode.of(form.informationPractice())
                        .filter(cases.get(reference).practices()::contains)
                        .orElseThrow(() -> new Refusal(
                                "informationPractice",
                                "This practice is not one of case %s: choose one of its practices."
                                        .formatted(reference)));
    }

    private void advise(CaseReference reference, String who) {
        apply(CaseEvent.ADVICE_CHOSEN, reference);
        timeline.add(reference, who, "Advice chosen", null, "Help by advice, without a placement", null);
    }

    /** Begins the search for a PM, whether the request has just been assessed or advice was not enough. */
    @Transactional
    public void accept(CaseReference reference, Acceptance form, String who) {
        Rag suggested = ratings.suggestionFor(reference).rag();
        LocalDate today = LocalDate.now(clock);
        new Problems()
                .require(form.rag() != null, "rag", "Choose a RAG rating.")
                .require(
                        form.rag() == null || form.rag() == suggested || form.overrideReason() != null,
                        "overrideReason",
                        "Say why the rating differs from the suggestion.")
                .require(form.agreedWith() != null, "agreedWith", "Say who at the practice agreed the rating.")
                .require(!form.helpKinds().isEmpty(), "helpKinds", "Choose at least one kind of help.")
                .require(form.helpNeeded() != null, "helpNeeded", "Describe the help needed.")
                .require(form.sessionsAWeek() != null, "sessionsAWeek", "Estimate the sessions a week, such as 2.")
                .require(form.expectedStart() != null, "expectedStart", "Give the date on which support should begin.")
                .require(
                        form.expectedStart() == null || !form.expectedStart().isBefore(today),
                        "expectedStart",
                        "The expected start is in the past: give today's date or a later one.")
                .require(
                        form.expectedStart() == null || form.expectedStart().isBefore(today.plusYears(1)),
                        "expectedStart",
                        "The expected start is more than a year away: check the date.")
                .require(
                        form.expectedWeeks() != null, "expectedWeeks", "Estimate how many weeks of support are needed.")
                .refuseIfAny();
        apply(CaseEvent.REQUEST_ACCEPTED, reference);
        needs.add(
                reference,
                new Need(
                        form.helpNeeded(),
                        form.helpKinds(),
                        form.sessionsAWeek(),
                        form.expectedStart(),
                        form.expectedWeeks()),
                who);
        timeline.add(reference, who, "Request accepted", null, form.helpNeeded(), null);
        agreeRag.agree(
                reference,
                form.rag(),
                form.overrideReason() == null ? "As suggested" : form.overrideReason(),
                form.agreedWith(),
                who);
    }

    private void decline(CaseReference reference, Form form, String who) {
        new Problems()
                .require(form.declineReason() != null, "declineReason", "Choose why the request is declined.")
                .require(form.signpostedTo() != null, "signpostedTo", "Say where the practice can turn instead.")
                .refuseIfAny();
        apply(CaseEvent.REQUEST_DECLINED, reference);
        jdbc.sql("""
                insert into declined_request (case_reference, reason, signposted_to, declined_at, declined_by)
                values (:reference, :reason, :signpostedTo, :at, :who)""")
                .param("reference", reference.value())
                .param("reason", form.declineReason().code())
                .param("signpostedTo", form.signpostedTo())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
        timeline.add(
                reference,
                who,
                "Request declined",
                null,
                form.declineReason().label(),
                "Signposted to: " + form.signpostedTo());
    }

    private void apply(CaseEvent event, CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        supportCase.apply(event, clock.instant());
        cases.save(supportCase);
    }
}
