package org.rovingpm.matching.shortlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All PMs in the order of their scores. */
public class Ranking {

    private final Preferences preferences;
    private final List<Place> suitable = new ArrayList<>();
    private final List<Place> unsuitable = new ArrayList<>();

    record Place(PmProfile pm, double score) {}

    Ranking(Preferences preferences, List<Place> places) {
        this.preferences = preferences;
        places.forEach(
                place -> (EligibilityRule.allMet(place.pm(), preferences.search()) ? suitable : unsuitable).add(place));
    }

    Shortlist shortlist() {
        return new Shortlist(first(suitable), first(unsuitable), more(suitable), more(unsuitable));
    }

    public Vacancy search() {
        return preferences.search();
    }

    public int countSuitable() {
        return suitable.size();
    }

    public Optional<Candidate> best() {
        return suitable.stream().findFirst().map(this::candidate);
    }

    /** @return this PM, if they are suitable */
    Optional<Candidate> suitable(String pm) {
        return suitable.stream()
                .filter(place -> place.pm().userId().equals(pm))
                .findFirst()
                .map(this::candidate);
    }

    /** @return the PM's place among the suitable, from 1; 0 if they are not suitable */
    public int place(String pm) {
        for (int place = 0; place < suitable.size(); place++) {
            if (suitable.get(place).pm().userId().equals(pm)) {
                return place + 1;
            }
        }
        return 0;
    }

    private List<Candidate> first(List<Place> places) {
        return places.stream().limit(Shortlist.LONGEST).map(this::candidate).toList();
    }

    private static int more(List<Place> places) {
        return Math.max(0, places.size() - Shortlist.LONGEST);
    }

    private Candidate candidate(Place place) {
        return Candidate.of(place.pm(), place.score(), preferences);
    }
}
