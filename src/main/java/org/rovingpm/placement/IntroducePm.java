package org.rovingpm.placement;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that PM and practice have been brought together, and when the first visit is. */
@Component
public class IntroducePm {

    /** The coordinator's answers. */
    public record Form(
            @NotNull(message = "Give the date on which you introduced them.") LocalDate introducedOn,

            @NotNull(message = "Choose how you introduced them.") IntroductionWay how,

            @NotNull(message = "Give the date of the first visit.") LocalDate firstVisitOn,

            @PlainText(label = "What the PM should know beforehand")
            String notes) {}

    private final StageCheck stages;
    private final Placements placements;
    private final FirstVisits visits;
    private final Timeline timeline;
    private final Clock clock;

    IntroducePm(StageCheck stages, Placements placements, FirstVisits visits, Timeline timeline, Clock clock) {
        this.stages = stages;
        this.placements = placements;
        this.visits = visits;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public void introduce(CaseReference reference, Form form, String who) {
        stages.at(reference, CaseStage.INTRODUCING);
        Placement placement = placements.get(reference);
        LocalDate today = LocalDate.now(clock);
        new Problems()
                .require(
                        !form.introducedOn().isAfter(today),
                        "introducedOn",
                        "The introduction is in the future: record it when it has happened.")
                .require(
                        form.introducedOn().isAfter(today.minusDays(60)),
                        "introducedOn",
                        "The introduction is more than 60 days ago: check the date.")
                .require(
                        !form.firstVisitOn().isBefore(form.introducedOn()),
                        "firstVisitOn",
                        "The first visit is before the introduction: check the dates.")
                .require(
                        form.firstVisitOn().isBefore(today.plusDays(91)),
                        "firstVisitOn",
                        "The first visit is more than 90 days away: agree an earlier one.")
                .require(visits.introducedOn(placement).isEmpty(), "", "The PM has been introduced already.")
                .refuseIfAny();
        visits.add(placement, form, who);
        timeline.add(
                reference,
                who,
                "PM introduced",
                null,
                "%s, %s; first visit on %s"
                        .formatted(
                                BritishFormat.date(form.introducedOn()),
                                form.how().label().toLowerCase(Locale.ROOT),
                                BritishFormat.date(form.firstVisitOn())),
                form.notes());
    }
}
