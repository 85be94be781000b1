package org.rovingpm.supportcase.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.rovingpm.practice.Practice;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.rovingpm.supportcase.RequestField;
import org.rovingpm.supportcase.RequestFields;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.RequestPage;

/**
 * All answers as a person checks them before they send them, by page, each with the way to change it.
 *
 * @param further  the other practices that it is for
 * @param answered the fields at which something was typed or chosen, if only that there is none
 */
record CheckedAnswers(
        Journey journey, RequestHelp.Form form, Practice practice, List<Further> further, Set<String> answered) {

    /** Another practice that the request is for. */
    record Further(Practice practice, Contact contact) {}

    /** The answers of one page. */
    record Section(String heading, List<Row> rows) {}

    /**
     * One answer.
     *
     * @param change where it is changed
     */
    record Row(String label, List<String> values, String change) {}

    List<Section> sections() {
        return journey.pages().stream()
                .flatMap(page ->
                        page == RequestPage.PRACTICE ? Stream.of(section(page), others()) : Stream.of(section(page)))
                .toList();
    }

    private Section section(RequestPage page) {
        return new Section(
                page.heading(),
                RequestFields.on(page).stream().map(field -> row(page, field)).toList());
    }

    private Section others() {
        String change = journey.at(FurtherPracticePages.OTHERS);
        return new Section(
                "Other practices",
                further.isEmpty()
                        ? List.of(new Row("Other practices that it is for", List.of("None"), change))
                        : further.stream().map(one -> other(one, change)).toList());
    }

    private static Row other(Further one, String change) {
        return new Row(
                one.practice().name(),
                List.of(
                        "ODS code " + one.practice().code(),
                        one.contact().contactName() + ", " + one.contact().contactRole(),
                        one.contact().contactEmail()),
                change);
    }

    private Row row(RequestPage page, RequestField field) {
        boolean oneself = journey == Journey.REQUEST && page == RequestPage.CONTACT;
        String label = oneself ? field.question().own() : field.label();
        return new Row(label, texts(field), journey.at(page) + "?change=true");
    }

    private List<String> texts(RequestField field) {
        if (field == RequestFields.PRACTICE) {
            return Stream.of(practice.name(), practice.address(), practice.postcode(), "ODS code " + practice.code())
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .toList();
        }
        List<String> given = field.texts(form);
        return given.isEmpty() ? List.of(unanswered(field)) : given;
    }

    private String unanswered(RequestField field) {
        if (field.kind() == RequestField.Kind.TICK) {
            return "No";
        }
        return field.none() == null || !answered.contains(field.key()) ? "Not given" : field.none();
    }
}
