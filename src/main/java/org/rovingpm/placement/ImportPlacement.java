package org.rovingpm.placement;

import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.assessment.Need;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.hiddencase.MakeConfidential;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records placements that began, and perhaps ended, before the scheme used the application. Nobody is told of them. */
@Component
public class ImportPlacement {

    private static final String FINDINGS = "Visited before the case was imported; what was found is not in the import.";

    private final Placements placements;
    private final FirstVisits visits;
    private final RovingPms roster;
    private final HiddenCases hiddenCases;
    private final MakeConfidential makeConfidential;
    private final Clock clock;

    ImportPlacement(
            Placements placements,
            FirstVisits visits,
            RovingPms roster,
            HiddenCases hiddenCases,
            MakeConfidential makeConfidential,
            Clock clock) {
        this.placements = placements;
        this.visits = visits;
        this.roster = roster;
        this.hiddenCases = hiddenCases;
        this.makeConfidential = makeConfidential;
        this.clock = clock;
    }

    /**
     * Refuses somebody who is not on the roster, has left it, or has an interest in the practice, and a start in the future.
     *
     * @param pm  user id
     * @param who user id of the person who imports it
     */
    @Transactional
    public void start(CaseReference reference, String pm, LocalDate from, Need need, String who) {
        RovingPm found = roster.find(pm).orElse(null);
        checkStart(pm, found, from)
                .require(
                        found == null || found.status() != RosterStatus.LEFT,
                        "pm",
                        "“%s” has left the roster: give the PM who supports the practice now.".formatted(pm))
                .require(
                        found == null || !hiddenCases.bars(reference, pm),
                        "pm",
                        "“%s” has an interest in this practice and must not support it: give another PM.".formatted(pm))
                .refuseIfAny();
        placements.add(
                reference,
                pm,
                from,
                need.sessionsAWeek(),
                from.plusWeeks(need.weeks()).minusDays(1));
        makeConfidential.admit(reference, pm, NamePm.PLACED, who);
    }

    /** Records that the placement has begun with an introduction; the first visit is or was on this day. */
    @Transactional
    public void introduced(CaseReference reference, IntroducePm.Form form, String who) {
        new Problems()
                .require(
                        !form.introducedOn().isAfter(LocalDate.now(clock)),
                        "introducedOn",
                        "The introduction is in the future: leave it out, and record it when it has happened.")
                .require(
                        !form.firstVisitOn().isBefore(form.introducedOn()),
                        "firstVisitOn",
                        "The first visit is before the introduction: check the dates.")
                .refuseIfAny();
        visits.add(placements.get(reference), form, who);
    }

    /**
     * Records that the PM has been at the practice, and found it as assessed.
     *
     * @param findings null where they are not known any more
     */
    @Transactional
    public void visited(CaseReference reference, LocalDate on, String findings, Rag rag, String who) {
        new Problems()
                .require(
                        !on.isAfter(LocalDate.now(clock)),
                        "firstVisitOn",
                        "The first visit is in the future: the case is still at “Introducing the PM”.")
                .refuseIfAny();
        visits.add(
                placements.get(reference),
                new FirstVisit(on, findings == null ? FINDINGS : findings, true, rag, null, who));
    }

    /** Records a placement that is over. */
    @Transactional
    public void past(CaseReference reference, String pm, LocalDate from, LocalDate until, Need need) {
        checkStart(pm, roster.find(pm).orElse(null), from)
                .require(!until.isBefore(from), "pmSince", "The PM began after the case was closed: check the dates.")
                .refuseIfAny();
        placements.add(
                reference,
                pm,
                from,
                need.sessionsAWeek(),
                from.plusWeeks(need.weeks()).minusDays(1));
        placements.end(placements.get(reference), until, EndReason.SUPPORT_ENDED);
    }

    private Problems checkStart(String pm, RovingPm found, LocalDate from) {
        return new Problems()
                .require(
                        found != null,
                        "pm",
                        "“%s” is not on the roster: put this PM on the sheet of PMs, or on the roster.".formatted(pm))
                .require(
                        !from.isAfter(LocalDate.now(clock)),
                        "pmSince",
                        "The PM begins in the future: the case is still at “Finding a PM”.");
    }
}
