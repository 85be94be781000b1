package org.rovingpm.matching.shortlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

/** Says of every PM on the roster why they could take a case, and why not. */
@Component
public class DrawUpShortlist {

    private static final String NOBODY = "No suitable PM found";

    private final SupportCases cases;
    private final Practices practices;
    private final Needs needs;
    private final RosterQuery roster;
    private final Decisions decisions;
    private final Timeline timeline;
    private final Clock clock;

    DrawUpShortlist(
            SupportCases cases,
            Practices practices,
            Needs needs,
            RosterQuery roster,
            Decisions decisions,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.practices = practices;
        this.needs = needs;
        this.roster = roster;
        this.decisions = decisions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Draws up the shortlist and notes the outcome in the timeline; that nobody is suitable is noted once, not at each search. */
    @Transactional
    public Shortlist draw(CaseReference reference) {
        Shortlist shortlist = of(reference);
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
        return shortlist;
    }

    /** @return the shortlist as it stands at this moment; equal scores are in the order of names */
    @Transactional(readOnly = true)
    public Shortlist of(CaseReference reference) {
        return ranking(cases.get(reference)).shortlist();
    }

    /** All PMs in the order of their scores; what is said of them is put into words only where it is asked for. */
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

    /** @return this PM as the search sees them now, or empty where they are not on the roster */
    public Optional<Candidate> candidate(SupportCase supportCase, String pm) {
        Vacancy search = search(supportCase);
        Preferences preferences = preferences(search, supportCase);
        return roster.one(search, pm).map(facts -> Candidate.of(facts, preferences.score(facts), preferences));
    }

    public Vacancy search(SupportCase supportCase) {
        return Vacancy.of(
                supportCase.reference(),
                supportCase.practice(),
                practices.find(supportCase.practice()).map(Practice::position).orElse(null),
                needs.latest(supportCase.reference()),
                LocalDate.now(clock));
    }

    private Preferences preferences(Vacancy search, SupportCase supportCase) {
        return new Preferences(search, Weights.of(supportCase.rag(), decisions));
    }
}
