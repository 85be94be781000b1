package org.rovingpm.supportcase.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.supportcase.EventKind;
import org.rovingpm.supportcase.HelpKind;
import org.rovingpm.web.Option;

/** The answers that the pages offer, by field. */
final class Options {

    static final Map<String, List<Option>> ALL = Map.of(
            "helpKinds", Option.of(HelpKind.values(), HelpKind::label),
            "cqcRating", Option.of(CqcRating.values(), Options::label),
            "eventKind",
                    Stream.concat(
                                    Option.of(EventKind.values(), EventKind::label).stream(),
                                    Stream.of(new Option("", "Neither")))
                            .toList(),
            "yesOrNo", Option.yesOrNo());

    private Options() {}

    static String label(CqcRating rating) {
        return switch (rating) {
            case OUTSTANDING -> "Outstanding";
            case GOOD -> "Good";
            case REQUIRES_IMPROVEMENT -> "Requires improvement";
            case INADEQUATE -> "Inadequate";
            case NOT_RATED -> "Not rated yet";
            case UNKNOWN -> "I do not know";
        };
    }
}
