package org.rovingpm.checkin;

import java.util.List;
import java.util.Map;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What messages may say of the week that is to be reported next. */
@Component
class WeekFields implements SubjectFields {

    private final PlanWeek planWeek;

    WeekFields(PlanWeek planWeek) {
        this.planWeek = planWeek;
    }

    @Override
    public String about() {
        return "week";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("weekEnding", "The last day of the week to report", "Friday 27 November 2026"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        PlanWeek.Week week = planWeek.week(reference);
        return FieldValues.on(
                "placement %d week %s".formatted(week.placement(), week.lastDay()),
                Map.of("weekEnding", BritishFormat.weekdayAndDate(week.lastDay())));
    }
}
