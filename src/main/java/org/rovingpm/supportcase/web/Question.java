package org.rovingpm.supportcase.web;

import java.util.List;
import java.util.stream.Stream;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.SubmissionField;
import org.rovingpm.supportcase.RequestField;
import org.rovingpm.supportcase.RequestField.Kind;
import org.rovingpm.supportcase.RequestFields;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.RequestPage;
import org.rovingpm.web.Option;

/**
 * A field of the request as a page asks it.
 *
 * @param label        says so where the question is optional
 * @param autocomplete what the browser may fill in by itself
 * @param longest      how many characters may be typed; null if the page need not say
 */
record Question(
        String name, Kind kind, String label, String hint, String autocomplete, List<Option> options, Integer longest) {

    static List<Question> on(RequestPage page, Journey journey, ChoiceLists lists) {
        return RequestFields.on(page).stream()
                .map(field -> of(field, journey, lists))
                .toList();
    }

    private static Question of(RequestField field, Journey journey, ChoiceLists lists) {
        return new Question(
                field.key(),
                field.kind(),
                journey.wording(field.question()) + (field.isOptional() ? " (optional)" : ""),
                journey.wording(field.hint()),
                journey == Journey.REQUEST ? field.autocomplete() : "off",
                options(field, lists),
                field.kind() == Kind.LONG_TEXT ? longest(field) : null);
    }

    private static List<Option> options(RequestField field, ChoiceLists lists) {
        Stream<Option> choices =
                field.options(lists).stream().map(choice -> new Option(choice.value(), choice.label()));
        Stream<Option> none = Stream.ofNullable(field.none()).map(label -> new Option("", label));
        return field.kind() == Kind.YES_NO
                ? Option.yesOrNo()
                : Stream.concat(choices, none).toList();
    }

    private static int longest(RequestField field) {
        return SubmissionField.of(RequestHelp.Form.class).stream()
                .filter(one -> one.name().equals(field.key()))
                .findFirst()
                .orElseThrow()
                .rule(PlainText.class)
                .max();
    }
}
