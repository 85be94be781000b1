package org.rovingpm.notification.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.MessageSettings;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.stereotype.Component;

/** The template fields of every case. */
@Component
class CaseFields implements SubjectFields {

    static final String REFERENCE = "caseReference";

    private final SupportCases cases;
    private final Practices practices;
    private final PersonDirectory people;
    private final MessageSettings settings;

    CaseFields(SupportCases cases, Practices practices, PersonDirectory people, MessageSettings settings) {
        this.cases = cases;
        this.practices = practices;
        this.people = people;
        this.settings = settings;
    }

    @Override
    public String about() {
        return TemplateFields.CASE;
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text(REFERENCE, "The number of the case", "RPM-2026-0042"),
                TemplateField.text("practiceName", "The practice", "Willow Lane Surgery"),
                TemplateField.text("contactName", "The contact at the practice", "Ann Field"),
                TemplateField.text("contactEmail", "Their e-mail address", "ann.field@example.org"),
                TemplateField.optional("contactTelephone", "Their telephone number, if known", "0115 496 0000"),
                TemplateField.text(
                        "helpRequested",
                        "The kinds of help requested",
                        "Finances, Cover for an absent or sick practice manager"),
                TemplateField.text("requestedOn", "The day of the request", "Monday 23 November 2026"),
                TemplateField.optional("referredBy", "Who referred the practice, if somebody did", "Lena Lark"),
                TemplateField.optional(
                        "referralConsent",
                        "Who there agreed to that, and when",
                        "Dr Ann Field, GP partner, on 20 November 2026"),
                TemplateField.text(
                        "caseLink",
                        "The page of the case, for staff and PMs",
                        "https://example.org/cases/RPM-2026-0042"),
                TemplateField.text(
                        "taskLink",
                        "The reader's task in the case, for staff and PMs",
                        "https://example.org/cases/RPM-2026-0042/task"),
                TemplateField.text("taskListLink", "The task list, for staff and PMs", "https://example.org/"));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        SupportCase.Request request = supportCase.request();
        Map<String, Object> values = new HashMap<>();
        values.put(REFERENCE, reference.value());
        values.put("practiceName", practices.nameOf(supportCase.practices()));
        values.put("contactName", request.contact().contactName());
        values.put("contactEmail", request.contact().contactEmail());
        values.put("contactTelephone", request.contact().contactTelephone());
        values.put(
                "helpRequested",
                request.situation().helpKinds().stream().map(HelpKind::label).collect(Collectors.joining(", ")));
        values.put(
                "requestedOn",
                BritishFormat.weekdayAndDate(
                        request.at().atZone(SchemeTime.ZONE).toLocalDate()));
        if (Boolean.TRUE.equals(request.referral().referredByLiaison())) {
            values.put("referredBy", people.nameOf(request.by()));
            values.put(
                    "referralConsent",
                    "%s, on %s"
                            .formatted(
                                    request.referral().consentGivenBy(),
                                    BritishFormat.date(request.referral().consentOn())));
        }
        values.put("caseLink", settings.link("/cases/" + reference));
        values.put("taskLink", settings.link("/cases/" + reference + "/task"));
        values.put("taskListLink", settings.link("/camunda"));
        return FieldValues.of(values);
    }
}
