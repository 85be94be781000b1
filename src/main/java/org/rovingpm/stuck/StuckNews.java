package org.rovingpm.stuck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.notification.MorningNews;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;

/** The number of stuck cases, for the morning message. It gives numbers only; the list itself checks who may see which case. */
@Component
class StuckNews implements MorningNews {

    private final StuckCases stuckCases;
    private final HiddenCases hiddenCases;
    private final StaffDirectory staff;

    StuckNews(StuckCases stuckCases, HiddenCases hiddenCases, StaffDirectory staff) {
        this.stuckCases = stuckCases;
        this.hiddenCases = hiddenCases;
        this.staff = staff;
    }

    @Override
    public Set<String> groups() {
        return StuckAccess.MEND.stream().map(Role::group).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Line> all() {
        return lines(stuckCases.count(CaseReader.APPLICATION));
    }

    /** Counting is expensive, and often the same cases are hidden from many: it is done once for all of those. */
    @Override
    public Map<String, List<Line>> of(Collection<String> people, List<Line> all) {
        Set<String> mending = StuckAccess.USE_COCKPIT.stream()
                .flatMap(role -> staff.of(role).stream())
                .map(StaffDirectory.Person::id)
                .collect(Collectors.toSet());
        Map<Set<String>, List<Line>> counted = new HashMap<>(Map.of(Set.of(), all));
        Map<String, List<Line>> news = new HashMap<>();
        people.forEach(person -> {
            CaseReader reader = new CaseReader(person, mending.contains(person));
            news.put(
                    person, counted.computeIfAbsent(hiddenCases.of(reader), hidden -> lines(stuckCases.count(reader))));
        });
        return news;
    }

    private static List<Line> lines(List<StuckCases.Count> numbers) {
        List<Line> lines = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            int all = numbers.stream()
                    .filter(number -> number.cause() == cause)
                    .mapToInt(StuckCases.Count::things)
                    .sum();
            int red = numbers.stream()
                    .filter(number -> number.cause() == cause && number.rag() == Rag.RED)
                    .mapToInt(StuckCases.Count::things)
                    .sum();
            if (all > 0) {
                lines.add(new Line(cause.label(), all, red));
            }
        }
        return lines;
    }

    @Override
    public String path() {
        return "/stuck";
    }
}
