package org.rovingpm.placement;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.Fact;
import org.rovingpm.notification.FactsNow;
import org.rovingpm.notification.MessageFacts;
import org.rovingpm.notification.MessageText;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What messages may say of the week that is to be reported next. */
@Component
class WeekMessageFacts implements MessageFacts {

    private final PlanWeek planWeek;

    WeekMessageFacts(PlanWeek planWeek) {
        this.planWeek = planWeek;
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
    public FactsNow of(CaseReference reference) {
        PlanWeek.Week week = planWeek.week(reference);
        return FactsNow.on(
                "placement %d week %s".formatted(week.placement(), week.lastDay()),
                Map.of("weekEnding", MessageText.date(week.lastDay())));
    }
}
