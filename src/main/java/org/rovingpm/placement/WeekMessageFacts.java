package org.rovingpm.placement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.notification.Fact;
import org.rovingpm.notification.MessageFacts;
import org.rovingpm.notification.MessageText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.workingtime.SchemeTime;
import org.springframework.stereotype.Component;

/** What messages may say of the week that is to be reported next. */
@Component
class WeekMessageFacts implements MessageFacts {

    private final PlanWeek planWeek;
    private final Placements placements;

    WeekMessageFacts(PlanWeek planWeek, Placements placements) {
        this.planWeek = planWeek;
        this.placements = placements;
    }

    @Override
    public String about() {
        return "week";
    }

    @Override
    public List<Fact> facts() {
        return List.of(Fact.text("weekEnding", "The last day of the week to report", "Friday 27 November 2026"));
    }

    @Override
    public Map<String, Object> of(CaseReference reference) {
        return Map.of("weekEnding", MessageText.date(week(reference)));
    }

    @Override
    public Optional<String> occasion(CaseReference reference) {
        return Optional.of("placement %d week %s".formatted(placements.get(reference).id(), week(reference)));
    }

    private LocalDate week(CaseReference reference) {
        return LocalDate.ofInstant(planWeek.next(reference), SchemeTime.ZONE);
    }
}
