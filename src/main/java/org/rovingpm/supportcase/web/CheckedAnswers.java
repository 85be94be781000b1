package org.rovingpm.supportcase.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rovingpm.practice.Practice;
import org.rovingpm.supportcase.HelpKind;
import org.rovingpm.supportcase.RequestHelp;

/** All answers as a person checks them before they send them, by page, each with the way to change it. */
final class CheckedAnswers {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** The answers of one page. */
    record Section(String heading, List<Row> rows) {}

    /**
     * One answer.
     *
     * @param change where it is changed
     */
    record Row(String label, List<String> values, String change) {}

    private final Journey journey;
    private final RequestHelp.Form form;
    private final List<Section> sections = new ArrayList<>();

    private CheckedAnswers(Journey journey, RequestHelp.Form form) {
        this.journey = journey;
        this.form = form;
    }

    static List<Section> of(Journey journey, RequestHelp.Form form, Practice practice) {
        CheckedAnswers checked = new CheckedAnswers(journey, form);
        journey.steps().forEach(step -> checked.add(step, practice));
        return checked.sections;
    }

    private void add(Step step, Practice practice) {
        switch (step) {
            case PRACTICE ->
                section(
                        "The practice",
                        row(
                                step,
                                "Practice",
                                practice.name(),
                                practice.address(),
                                practice.postcode() == null
                                        ? null
                                        : practice.postcode().value(),
                                "ODS code " + practice.code()));
            case CONTACT ->
                section(
                        "Whom to speak to",
                        row(step, "Name", form.contactName()),
                        row(step, "Role", form.contactRole()),
                        row(step, "E-mail address", form.contactEmail()),
                        row(step, "Telephone number", form.contactTelephone()));
            case CONSENT ->
                section(
                        "Consent",
                        row(step, "Who agreed to the referral", form.consentGivenBy()),
                        row(step, "When", date(form.consentOn())));
            case HELP ->
                section(
                        "The help",
                        row(
                                step,
                                "Kinds of help",
                                form.helpKinds().stream().map(HelpKind::label).toArray(String[]::new)),
                        row(step, "Practice manager's post vacant", yesOrNo(form.pmPostVacant())));
            case SITUATION ->
                section(
                        "The situation",
                        row(step, "What has happened", form.whatHappened()),
                        row(step, "Since", date(form.since())));
            case RISK ->
                section(
                        "What is at risk",
                        row(step, "What will happen without help", form.atRisk()),
                        row(step, "At risk", risks()),
                        row(step, "By when", date(form.atRiskBy())),
                        row(
                                step,
                                "Inspection or merger ahead",
                                form.eventKind() == null
                                        ? "None"
                                        : form.eventKind().label(),
                                date(form.eventOn())));
            case ABOUT ->
                section(
                        "About the practice",
                        row(
                                step,
                                "Patients on the list",
                                form.listSize() == null ? null : "%,d".formatted(form.listSize())),
                        row(step, "CQC rating", Options.label(form.cqcRating())));
            case CONFIDENTIAL ->
                section(
                        "Confidentiality",
                        row(step, "Keep what is asked for especially confidential", yesOrNo(form.confidential())));
        }
    }

    private void section(String heading, Row... rows) {
        sections.add(new Section(heading, List.of(rows)));
    }

    private Row row(Step step, String label, String... values) {
        List<String> given = Stream.of(values)
                .filter(value -> value != null && !value.isEmpty())
                .toList();
        return new Row(label, given.isEmpty() ? List.of("Not given") : given, journey.at(step) + "?change=true");
    }

    private String[] risks() {
        return Stream.of(
                        Boolean.TRUE.equals(form.servicesAtRisk()) ? "Services to patients" : null,
                        Boolean.TRUE.equals(form.payrollAtRisk()) ? "The pay of the staff" : null)
                .toArray(String[]::new);
    }

    private static String yesOrNo(Boolean answer) {
        return answer == null ? null : answer ? "Yes" : "No";
    }

    private static String date(LocalDate date) {
        return date == null ? null : DATE.format(date);
    }
}
