package org.rovingpm.matching.shortlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.assessment.Needs;
import org.rovingpm.engine.Decisions;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws up the shortlist: which PMs on the roster could take the case, which could not, and why. */
@Component
public class DrawUpShortlist {

    private static final String NOBODY = "No suitable PM found";

    private final SupportCases cases;
    private final Practices practices;
    private final Needs needs;
    private final RosterQuery roster;
    private final Decisions decisions;
    private final LatestSearches latestSearches;
    private final Timeline timeline;
    private final Clock clock;

    DrawUpShortlist(
            SupportCases cases,
            Practices practices,
            Needs needs,
            RosterQuery roster,
            Decisions decisions,
            LatestSearches latestSearches,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.practices = practices;
        this.needs = needs;
        this.roster = roster;
        this.decisions = decisions;
        this.latestSearches = latestSearches;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Draws up the shortlist and records the result on the timeline. When nobody is suitable, that is recorded once,
     * not for each search.
     */
    @Transactional
    public Shortlist draw(CaseReference reference) {
        Shortlist shortlist = of(reference);
        latestSearches.replace(reference, shortlist, clock.instant());
        record(reference, shortlist);
        return shortlist;
    }

    /**
     * Repeats the search while somebody decides what to do without a PM. The timeline has it where others are suitable than before.
     *
     * @return whether somebody is suitable who was not when the search was last made
     */
    @Transactional
    public boolean repeat(CaseReference reference) {
        Shortlist shortlist = of(reference);
        Set<String> before = latestSearches.replace(reference, shortlist, clock.instant());
        Set<String> now = shortlist.suitable().stream().map(Candidate::pm).collect(Collectors.toSet());
        if (!now.equals(before)) {
            record(reference, shortlist);
        }
        return !before.containsAll(now);
    }

    private void record(CaseReference reference, Shortlist shortlist) {
        boolean noted = timeline.latest(reference)
                .map(Timeline.Entry::what)
                .filter(NOBODY::equals)
                .isPresent();
        if (shortlist.anyoneSuitable()) {
            timeline.add(
                    reference,
                    "system",
                    "Shortlist drawn up",
                    null,
                    "%d suitable".formatted(shortlist.countSuitable()),
                    null);
        } else if (!noted) {
            timeline.add(reference, "system", NOBODY);
        }
    }

    /** @return the shortlist as it is now; equal scores are ordered by name */
    @Transactional(readOnly = true)
    public Shortlist of(CaseReference reference) {
        return ranking(cases.get(reference)).shortlist();
    }

    /** All PMs, best score first. Their reasons are put into words only when they are needed. */
    public Ranking ranking(SupportCase supportCase) {
        Vacancy search = search(supportCase);
        Preferences preferences = preferences(search, supportCase);
        List<Ranking.Place> places = roster.all(search).stream()
                .map(pm -> new Ranking.Place(pm, preferences.score(pm)))
                .sorted(Comparator.comparingDouble(Ranking.Place::score)
                        .reversed()
                        .thenComparing(place -> place.pm().name())
                        .thenComparing(place -> place.pm().userId()))
                .toList();
        return new Ranking(preferences, places);
    }

    /** @return this PM as a candidate now; empty if they are not on the roster */
    public Optional<Candidate> candidate(SupportCase supportCase, String pm) {
        Vacancy search = search(supportCase);
        Preferences preferences = preferences(search, supportCase);
        return roster.one(search, pm).map(facts -> Candidate.of(facts, preferences.score(facts), preferences));
    }

    public Vacancy search(SupportCase supportCase) {
        return Vacancy.of(
                supportCase.reference(),
                supportCase.practices(),
                practices
                        .find(supportCase.leadingPractice())
                        .map(Practice::position)
                        .orElse(null),
                needs.latest(supportCase.reference()),
                LocalDate.now(clock));
    }

    private Preferences preferences(Vacancy search, SupportCase supportCase) {
        return new Preferences(search, Weights.of(supportCase.rag(), decisions));
    }
}
