package org.rovingpm.placement;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what the PM found at the practice. Changed needs are saved as a new version; another rating is only proposed. */
@Component
public class ReportFirstVisit {

    /** Whether the needs are as assessed. */
    public enum NeedsConfirmed {
        YES,
        CHANGED
    }

    /** The PM's answers. */
    public record Form(
            @NotNull(message = "Give the date of your visit.") LocalDate visitedOn,

            @NotNull(message = "Say what you found.") @PlainText(label = "What you found")
            String findings,

            @NotNull(message = "Say whether the needs are as assessed.") NeedsConfirmed needsConfirmed,

            List<HelpKind> helpKinds,
            @PlainText(label = "What the PM should do") String helpNeeded,

            @NotNull(message = "Choose the RAG rating that you would give now.") Rag ragNow,

            @PlainText(label = "Why the rating has changed") String ragReason) {}

    private final StageCheck stages;
    private final SupportCases cases;
    private final Placements placements;
    private final FirstVisits visits;
    private final Needs needs;
    private final Timeline timeline;
    private final Clock clock;

    ReportFirstVisit(
            StageCheck stages,
            SupportCases cases,
            Placements placements,
            FirstVisits visits,
            Needs needs,
            Timeline timeline,
            Clock clock) {
        this.stages = stages;
        this.cases = cases;
        this.placements = placements;
        this.visits = visits;
        this.needs = needs;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @return whether the PM proposes another rating, for the service manager to agree */
    @Transactional
    public boolean report(CaseReference reference, Form form, String who) {
        SupportCase supportCase = stages.at(reference, CaseStage.INTRODUCING);
        Placement placement = placements.get(reference);
        placement.refuseOthersThanPm(who);
        boolean changed = form.needsConfirmed() == NeedsConfirmed.CHANGED;
        boolean proposed = form.ragNow() != supportCase.rag();
        refuseInvalidAnswers(placement, form, changed, proposed);
        visits.add(
                placement,
                new FirstVisit(
                        form.visitedOn(),
                        form.findings(),
                        !changed,
                        form.ragNow(),
                        proposed ? form.ragReason() : null,
                        who));
        supportCase.apply(CaseEvent.FIRST_VISIT_REPORTED, clock.instant());
        cases.save(supportCase);
        timeline.add(
                reference,
                who,
                "First visit reported",
                null,
                changed ? "Needs changed" : "Needs confirmed",
                form.findings());
        if (changed) {
            change(needs.latest(reference), reference, form, who);
        }
        if (proposed) {
            timeline.add(
                    reference,
                    who,
                    "RAG rating proposed by the PM",
                    supportCase.rag().label(),
                    form.ragNow().label(),
                    form.ragReason());
        }
        return proposed;
    }

    private void refuseInvalidAnswers(Placement placement, Form form, boolean changed, boolean proposed) {
        LocalDate today = LocalDate.now(clock);
        LocalDate introduced = visits.introducedOn(placement).orElse(form.visitedOn());
        new Problems()
                .require(
                        !form.visitedOn().isAfter(today),
                        "visitedOn",
                        "The visit is in the future: report it when it has taken place.")
                .require(
                        !form.visitedOn().isBefore(introduced),
                        "visitedOn",
                        "The visit is before you were introduced: check the date.")
                .require(
                        !changed || !form.helpKinds().isEmpty(),
                        "helpKinds",
                        "Choose the kinds of help that the practice needs.")
                .require(
                        !changed || form.helpNeeded() != null,
                        "helpNeeded",
                        "Describe the help that the practice needs.")
                .require(
                        !proposed || form.ragReason() != null,
                        "ragReason",
                        "Say why you would rate the case differently.")
                .refuseIfAny();
    }

    private void change(Need before, CaseReference reference, Form form, String who) {
        needs.add(
                reference,
                new Need(form.helpNeeded(), form.helpKinds(), before.sessionsAWeek(), before.start(), before.weeks()),
                who);
        timeline.add(
                reference, who, "Needs changed", labels(before.kinds()), labels(form.helpKinds()), form.helpNeeded());
    }

    private static String labels(List<HelpKind> kinds) {
        return kinds.stream().map(HelpKind::label).collect(Collectors.joining(", "));
    }
}
