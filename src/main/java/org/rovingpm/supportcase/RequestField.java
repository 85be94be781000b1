package org.rovingpm.supportcase;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rovingpm.choice.Choice;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.format.BritishFormat;

/** One field of a request for help: where and how it is asked, and how its answer reads. Defined in {@link RequestFields}. */
public final class RequestField {

    /** How a field is asked. */
    public enum Kind {
        /** A practice, searched for in the register. */
        PRACTICE,
        TEXT,
        LONG_TEXT,
        EMAIL,
        TELEPHONE,
        NUMBER,
        DATE,
        /** One of a few choices, all in view. */
        RADIOS,
        /** One choice of a list. */
        SELECT,
        /** Any of several choices. */
        CHECKBOXES,
        /** Answered with yes or no, or left open. */
        YES_NO,
        /** True where it is ticked. */
        TICK
    }

    /** What a person may choose: what is submitted, and what they read. */
    public record Option(String value, String label) {}

    /**
     * What a person reads, in two wordings.
     *
     * @param own      for a practice that requests help itself
     * @param onBehalf for staff who write on behalf of a practice: on the pages of a referral, and in the form
     */
    public record Wording(String own, String onBehalf) {

        static Wording same(String text) {
            return new Wording(text, text);
        }
    }

    private final String key;
    private final Kind kind;
    private final RequestPage page;
    private final Function<RequestAnswers, Object> answer;
    private String label;
    private Wording question;
    private Wording hint = Wording.same(null);
    private boolean optional;
    private String autocomplete = "off";
    private List<Option> choices = List.of();
    private Class<? extends Choice> list;
    private String none;

    RequestField(String key, Kind kind, RequestPage page, Function<RequestAnswers, Object> answer) {
        this.key = key;
        this.kind = kind;
        this.page = page;
        this.answer = answer;
    }

    RequestField labelled(String label) {
        this.label = label;
        return this;
    }

    RequestField asks(String question) {
        return asks(question, question);
    }

    RequestField asks(String own, String onBehalf) {
        this.question = new Wording(own, onBehalf);
        return this;
    }

    RequestField hint(String hint) {
        return hint(hint, hint);
    }

    RequestField hint(String own, String onBehalf) {
        this.hint = new Wording(own, onBehalf);
        return this;
    }

    RequestField optional() {
        this.optional = true;
        return this;
    }

    RequestField autocomplete(String autocomplete) {
        this.autocomplete = autocomplete;
        return this;
    }

    <E extends Enum<E>> RequestField choices(E[] constants, Function<E, String> label) {
        this.choices = Arrays.stream(constants)
                .map(constant -> new Option(constant.name(), label.apply(constant)))
                .toList();
        return this;
    }

    RequestField choicesOf(Class<? extends Choice> list) {
        this.list = list;
        return this;
    }

    RequestField none(String none) {
        this.none = none;
        return this;
    }

    /** Its component in {@link RequestAnswers}, its key in the form and its name on the pages. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** The page that asks it; null if only the form does. */
    public RequestPage page() {
        return page;
    }

    /** What its answer is called where answers are listed. */
    public String label() {
        return label;
    }

    public Wording question() {
        return question;
    }

    /** What helps to answer it on a page; null if the question says it all. */
    public Wording hint() {
        return hint;
    }

    /** Whether the page says that it may be left out. */
    public boolean isOptional() {
        return optional;
    }

    /** What browsers know the answer as, of a person who writes about themselves. */
    public String autocomplete() {
        return autocomplete;
    }

    /** @return what is offered: choices that the application knows, or those that the scheme's list has now */
    public List<Option> options(ChoiceLists lists) {
        return list == null
                ? choices
                : lists.of(list).offered().stream()
                        .map(choice -> new Option(choice.code(), choice.label()))
                        .toList();
    }

    /** The rows of the list that is offered; null where the application knows the choices, or there are none. */
    public Class<? extends Choice> list() {
        return list;
    }

    /** What a page calls the choice of none of them; null if one has to be chosen, or the question can be left unanswered. */
    public String none() {
        return none;
    }

    /** @return what was answered: null if nothing was */
    public Object answer(RequestAnswers answers) {
        return answer.apply(answers);
    }

    /** @return what was answered as a person reads it, one text a choice; empty if nothing was, or a box was not ticked */
    public List<String> texts(RequestAnswers answers) {
        Object value = answer(answers);
        Stream<?> values = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        return values.map(this::text).filter(text -> !text.isEmpty()).toList();
    }

    private String text(Object value) {
        if (value instanceof Choice chosen) {
            return chosen.label();
        }
        if (value instanceof Enum<?> chosen) {
            return choices.stream()
                    .filter(choice -> choice.value().equals(chosen.name()))
                    .findFirst()
                    .orElseThrow()
                    .label();
        }
        if (value instanceof Boolean yes) {
            return yes ? "Yes" : kind == Kind.TICK ? "" : "No";
        }
        if (value instanceof LocalDate date) {
            return BritishFormat.date(date);
        }
        return value instanceof Integer number ? BritishFormat.number(number) : value.toString();
    }

    @Override
    public String toString() {
        return key;
    }
}
