package org.rovingpm.practicepage;

import java.util.List;
import java.util.Optional;
import org.rovingpm.checkin.CheckIns;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.placement.FirstVisits;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.practice.Practices;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a practice may see of its case. Of the other practices of a case it sees nothing. */
@Component
public class ReadOwnPage {

    private static final int WEEKS = 26;

    private final SupportCases cases;
    private final CasePractices casePractices;
    private final Practices practices;
    private final Placements placements;
    private final FirstVisits visits;
    private final RovingPms roster;
    private final JobPlans plans;
    private final CheckIns checkIns;

    ReadOwnPage(
            SupportCases cases,
            CasePractices casePractices,
            Practices practices,
            Placements placements,
            FirstVisits visits,
            RovingPms roster,
            JobPlans plans,
            CheckIns checkIns) {
        this.cases = cases;
        this.casePractices = casePractices;
        this.practices = practices;
        this.placements = placements;
        this.visits = visits;
        this.roster = roster;
        this.plans = plans;
        this.checkIns = checkIns;
    }

    /** @param link that opens the page */
    @Transactional(readOnly = true)
    public OwnPage read(PageLink link) {
        SupportCase supportCase = cases.get(link.reference());
        Optional<Placement> placement = placements.active(link.reference());
        List<OwnPage.Week> weeks = checkIns.of(link.reference()).stream()
                .limit(WEEKS)
                .map(week -> new OwnPage.Week(week.weekEnding(), week.hours()))
                .toList();
        return new OwnPage(
                link.reference().value(),
                practices.nameOf(List.of(link.practice())),
                supportCase.stage(),
                supportCase.heldUntil(),
                supportCase.closedAt() != null,
                placement.map(this::visits).orElse(null),
                placement
                        .flatMap(plans::inEffect)
                        .map(plan ->
                                new OwnPage.Plan(plan.startsOn(), plan.endsOn(), plan.hours(), plan.sessionsAWeek()))
                        .orElse(null),
                weeks,
                casePractices.of(link.reference()).stream()
                        .filter(one -> one.code().equals(link.practice()))
                        .map(one -> one.contact().contactName())
                        .findFirst()
                        .orElseThrow());
    }

    private OwnPage.Visits visits(Placement placement) {
        return roster.find(placement.pm())
                .map(pm -> new OwnPage.Visits(
                        pm.name(),
                        pm.email(),
                        placement.sessionsAWeek(),
                        visits.plannedFor(placement).orElse(null),
                        placement.expectedEndOn()))
                .orElseThrow();
    }
}
