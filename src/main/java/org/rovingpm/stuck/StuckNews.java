package org.rovingpm.stuck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.access.Role;
import org.rovingpm.notification.MorningNews;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;

/** The number of stuck cases, for the morning message. It gives numbers only; the list itself checks who may see which case. */
@Component
class StuckNews implements MorningNews {

    private final StuckCases stuckCases;

    StuckNews(StuckCases stuckCases) {
        this.stuckCases = stuckCases;
    }

    @Override
    public Set<String> groups() {
        return StuckAccess.MEND.stream().map(Role::group).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Line> lines() {
        List<StuckCases.Count> numbers = stuckCases.count();
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
