package org.rovingpm.demo;

import java.time.LocalDate;
import java.util.List;
import org.rovingpm.assessment.RagRatings;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.jobplan.Objective;
import org.rovingpm.matching.shortlist.Candidate;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What somebody who fills in a form of a case knows of it. */
public record DemoContext(CaseReference reference, LocalDate today, Sources sources) {

    /** Where these values come from. */
    @Component
    @Profile("demo")
    public static class Sources {

        private final SupportCases cases;
        private final RagRatings ratings;
        private final DrawUpShortlist shortlist;
        private final Placements placements;
        private final JobPlans plans;

        Sources(
                SupportCases cases,
                RagRatings ratings,
                DrawUpShortlist shortlist,
                Placements placements,
                JobPlans plans) {
            this.cases = cases;
            this.ratings = ratings;
            this.shortlist = shortlist;
            this.placements = placements;
            this.plans = plans;
        }
    }

    Rag suggestedRag() {
        return sources.ratings.suggestionFor(reference).rag();
    }

    List<HelpKind> helpKinds() {
        return sources.cases.get(reference).request().situation().helpKinds();
    }

    Rag rag() {
        return sources.cases.get(reference).rag();
    }

    /** @return user id of the suitable PM at this place of the shortlist, counted from 1; of the last where it is shorter */
    String suitablePm(int place) {
        List<Candidate> suitable = sources.shortlist.of(reference).suitable();
        return suitable.isEmpty()
                ? null
                : suitable.get(Math.min(place, suitable.size()) - 1).pm();
    }

    /** @return user id of the PM at the practice */
    public String pm() {
        return sources.placements.active(reference).map(Placement::pm).orElseThrow();
    }

    List<String> objectives() {
        return sources.plans.inEffect(reference).orElseThrow().objectives().stream()
                .map(Objective::objective)
                .toList();
    }
}
