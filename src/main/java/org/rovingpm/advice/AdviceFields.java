package org.rovingpm.advice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What a practice was advised, for the message that tells it. */
@Component
class AdviceFields implements SubjectFields {

    private final Advices advices;
    private final PersonDirectory people;

    AdviceFields(Advices advices, PersonDirectory people) {
        this.advices = advices;
        this.people = people;
    }

    @Override
    public String about() {
        return "advice";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text(
                        "advice", "What the practice was advised", "Ask the payroll bureau for a run in parallel."),
                TemplateField.text("adviceGivenBy", "Who advised it", "Ann Field"),
                TemplateField.text("adviceGivenOn", "On which day", "3 December 2026"),
                TemplateField.text("adviceWay", "How, with a small letter", "by telephone"),
                TemplateField.optional("pmComes", "Only where a PM is needed beyond the advice: yes", "yes"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        Advice advice = advices.find(reference)
                .orElseThrow(
                        () -> new IllegalStateException("No advice has been given in case %s".formatted(reference)));
        Map<String, Object> values = new HashMap<>(Map.of(
                "advice",
                advice.text(),
                "adviceGivenBy",
                people.nameOf(advice.givenBy()),
                "adviceGivenOn",
                BritishFormat.date(advice.givenOn()),
                "adviceWay",
                advice.way().label().toLowerCase(Locale.ROOT)));
        if (advice.pmNeeded()) {
            values.put("pmComes", "yes");
        }
        return FieldValues.on("advice " + advice.at(), values);
    }
}
