package org.rovingpm.advice;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.rovingpm.assessment.AssessRequest;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what a practice was advised, in words that it reads, and whether that was enough. */
@Component
public class GiveAdvice {

    private static final int DAYS_BACK = 60;

    /** Whether the advice was enough. */
    public enum Outcome {
        ENOUGH,
        PM_NEEDED
    }

    /**
     * The answers of whoever records it.
     *
     * @param acceptance only if a PM is needed
     */
    public record Form(
            @NotNull(message = "Choose who advised the practice.") @PlainText(label = "Who advised the practice", max = 64)
            String givenBy,

            @NotNull(message = "Give the date of the advice.") LocalDate givenOn,

            @NotNull(message = "Choose how the advice was given.") AdviceWay way,

            @NotNull(message = "Say what you advised.") @PlainText(label = "What you advised")
            String advice,

            @NotNull(message = "Give the time it took in hours, such as 1.5.") @DecimalMin(value = "0.25", message = "Give the time it took: at least a quarter of an hour.") @DecimalMax(
                    value = "40",
                    message = "The time it took must be 40 hours or less: more than that is a placement.")
            @Digits(integer = 2, fraction = 2, message = "Give the hours with at most two decimal places, such as 1.5.") BigDecimal hours,

            @NotNull(message = "Choose whether the advice was enough.") Outcome outcome,

            AssessRequest.Acceptance acceptance) {}

    private final StageCheck stages;
    private final Advices advices;
    private final Advisers advisers;
    private final AssessRequest assessRequest;
    private final Timeline timeline;
    private final Clock clock;

    GiveAdvice(
            StageCheck stages,
            Advices advices,
            Advisers advisers,
            AssessRequest assessRequest,
            Timeline timeline,
            Clock clock) {
        this.stages = stages;
        this.advices = advices;
        this.advisers = advisers;
        this.assessRequest = assessRequest;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @return whether more help is needed, so that a PM is looked for */
    @Transactional
    public boolean give(CaseReference reference, Form form, String who) {
        stages.at(reference, CaseStage.ADVISING);
        LocalDate today = LocalDate.now(clock);
        Map<String, String> mayAdvise = advisers.of(reference);
        new Problems()
                .require(
                        mayAdvise.containsKey(form.givenBy()),
                        "givenBy",
                        "They cannot have advised this practice: choose one of those offered.")
                .require(
                        !form.givenOn().isAfter(today),
                        "givenOn",
                        "The date is in the future: record the advice when it has been given.")
                .require(
                        form.givenOn().isAfter(today.minusDays(DAYS_BACK)),
                        "givenOn",
                        "The advice was given %d days ago or more: check the date.".formatted(DAYS_BACK))
                .refuseIfAny();
        boolean pmNeeded = form.outcome() == Outcome.PM_NEEDED;
        advices.add(
                reference,
                new Advice(
                        form.givenBy(),
                        form.givenOn(),
                        form.way(),
                        form.advice(),
                        form.hours(),
                        pmNeeded,
                        clock.instant(),
                        who));
        timeline.add(
                reference,
                who,
                "Advice given",
                null,
                "%s, %s, by %s; %s"
                        .formatted(
                                BritishFormat.date(form.givenOn()),
                                form.way().label().toLowerCase(Locale.ROOT),
                                mayAdvise.get(form.givenBy()),
                                BritishFormat.hours(form.hours())),
                form.advice());
        if (pmNeeded) {
            assessRequest.accept(reference, form.acceptance(), who);
        }
        return pmNeeded;
    }
}
