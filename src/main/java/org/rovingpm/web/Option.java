package org.rovingpm.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One answer that a page offers.
 *
 * @param value what is submitted
 * @param label what a person reads
 * @param hint  more about it; null if the label says it all
 */
public record Option(String value, String label, String hint) {

    public Option(String value, String label) {
        this(value, label, null);
    }

    /** Offers the constants of an enumeration. */
    public static <T extends Enum<T>> List<Option> of(T[] choices, Function<T, String> label) {
        return Arrays.stream(choices)
                .map(choice -> new Option(choice.name(), label.apply(choice)))
                .toList();
    }

    /** Offers yes and no; submitted as true and false. */
    public static List<Option> yesOrNo() {
        return List.of(new Option("true", "Yes"), new Option("false", "No"));
    }
}
