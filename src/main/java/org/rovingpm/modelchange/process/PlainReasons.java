package org.rovingpm.modelchange.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates the engine's reasons for not moving a case, which are about instructions, scopes and behaviours, into plain words. */
final class PlainReasons {

    private record Reason(Pattern enginesMessage, String plainWords) {

        static Reason of(String enginesMessage, String plainWords) {
            return new Reason(Pattern.compile(enginesMessage), plainWords);
        }
    }

    private static final List<Reason> REASONS = List.of(
            Reason.of(
                    "There is no migration instruction for this instance's activity",
                    "no step of the new version has been chosen for it"),
            Reason.of("Activities have incompatible types", "the two steps are of different kinds"),
            Reason.of("Events are not of the same type", "the two events are of different kinds"),
            Reason.of(
                    "The closest mapped ancestor '(.*?)' is mapped to scope '(.*?)' which is not an ancestor of target scope '(.*?)'",
                    "the new step is inside “$3”, but the old one is not inside its counterpart"),
            Reason.of(
                    "There are multiple mappings for source activity id '(.*?)'",
                    "two steps have been chosen for “$1”"),
            Reason.of(
                    "(The type of the source activity is not supported|must be a supported)",
                    "the engine cannot move cases at this kind of step"),
            Reason.of(
                    "Target activity '(.*?)' is a descendant of multi-instance body '(.*?)'",
                    "the new step is repeated within “$2”, but the old one is not"),
            Reason.of(
                    "Source activity '.*?' and target activity '.*?' must both be|The source activity .* is of type",
                    "the two steps are of different kinds"),
            Reason.of(
                    "The variable '(.*?)' exists in both",
                    "the variable “$1” exists twice, and one of the two would be lost"),
            Reason.of(
                    "must have at least the same number of incoming",
                    "the new gateway joins fewer flows than the old one"),
            Reason.of(
                    "Process instance '.*?' (cannot be found|does not exist)|process instance .* is null|Process instance .* cannot be migrated: instance does not exist",
                    "the case has ended"),
            Reason.of(
                    "OptimisticLockingException|was updated by another transaction",
                    "somebody was working on the case at the same moment: try again"));
    private static final Pattern OF_A_STEP = Pattern.compile(
            "Cannot migrate (?:activity|transition) instance '(.*?)'|activity(?:Id)?[ ':=]+'?([A-Za-z]+_[A-Za-z]+)");

    private PlainReasons() {}

    /**
     * @param enginesMessage what the engine says
     * @param label          what a step is called, by its id
     * @return a sentence
     */
    static String of(String enginesMessage, UnaryOperator<String> label) {
        Set<String> reasons = new LinkedHashSet<>();
        String step = null;
        for (String line : String.valueOf(enginesMessage).split("\n")) {
            Matcher about = OF_A_STEP.matcher(line);
            if (about.find()) {
                String id =
                        about.group(1) == null ? about.group(2) : about.group(1).split(":")[0];
                step = label.apply(id);
            }
            for (Reason reason : REASONS) {
                Matcher found = reason.enginesMessage().matcher(line);
                if (found.find()) {
                    String words = expanded(found, reason.plainWords(), label);
                    reasons.add(step == null ? sentence(words) : "“%s”: %s.".formatted(step, words));
                }
            }
        }
        return reasons.isEmpty()
                ? "The engine refuses: "
                        + String.valueOf(enginesMessage).strip().split("\n")[0]
                : String.join(" ", reasons);
    }

    private static String expanded(Matcher found, String plainWords, UnaryOperator<String> label) {
        String words = plainWords;
        for (int group = 1; group <= found.groupCount(); group++) {
            words = words.replace("$" + group, found.group(group) == null ? "" : label.apply(found.group(group)));
        }
        return words;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + ".";
    }
}
