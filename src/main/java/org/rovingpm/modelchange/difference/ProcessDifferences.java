package org.rovingpm.modelchange.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Describes the differences between two versions of a process, element by element, in a manager's words. */
final class ProcessDifferences {

    /** The words for details, by the end of their path; others have their name in the model. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("camunda:candidateGroups", "who may do it"),
            Map.entry("camunda:candidateUsers", "who may do it"),
            Map.entry("camunda:assignee", "whose it is"),
            Map.entry("camunda:formRef", "its form"),
            Map.entry("camunda:dueDate", "when it is due"),
            Map.entry("camunda:delegateExpression", "what it runs"),
            Map.entry("delegateExpression", "what it runs"),
            Map.entry("conditionExpression/", "its condition"),
            Map.entry("default", "its default"),
            Map.entry("timeDate/", "when it fires"),
            Map.entry("timeCycle/", "when it fires"),
            Map.entry("timeDuration/", "when it fires"),
            Map.entry("documentation/", "its documentation"),
            Map.entry("failedJobRetryTimeCycle/", "how often it is retried"),
            Map.entry("calledElement", "the process it calls"),
            Map.entry("attachedToRef", "what it is attached to"),
            Map.entry("messageRef", "its message"),
            Map.entry("camunda:historyTimeToLive", "how long its history is kept"),
            Map.entry("cancelActivity", "whether it ends its step"));

    private final Map<String, ProcessElement> before;
    private final Map<String, ProcessElement> after;

    ProcessDifferences(byte[] before, byte[] after) {
        this.before = ProcessElement.of(before);
        this.after = ProcessElement.of(after);
    }

    /** @return the differences: additions first, then changes, then removals */
    List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        after.values().stream()
                .filter(element -> !before.containsKey(element.id()))
                .forEach(element ->
                        all.add(Difference.added(element.id(), "%s was added.".formatted(called(element, after)))));
        after.values().forEach(element -> {
            ProcessElement old = before.get(element.id());
            if (old != null) {
                changes(old, element).forEach(sentence -> all.add(Difference.changed(element.id(), sentence)));
            }
        });
        before.values().stream()
                .filter(element -> !after.containsKey(element.id()))
                .forEach(element -> all.add(
                        Difference.removed(element.id(), "%s was removed.".formatted(called(element, before)))));
        return all;
    }

    private List<String> changes(ProcessElement old, ProcessElement now) {
        List<String> sentences = new ArrayList<>();
        if (!old.kind().equals(now.kind())) {
            sentences.add(
                    "%s was a %s and is now a %s.".formatted(called(now, after), old.kindInWords(), now.kindInWords()));
        }
        if (!Objects.equals(old.name(), now.name())) {
            sentences.add("%s is now called “%s”."
                    .formatted(called(old, before), Objects.requireNonNullElse(now.name(), "")));
        }
        Set<String> handled = new LinkedHashSet<>(Set.of("name"));
        if (now.isFlow()) {
            rerouted(old, now, sentences);
            handled.addAll(Set.of("sourceRef", "targetRef"));
        }
        Set<String> ways = new TreeSet<>(old.details().keySet());
        ways.addAll(now.details().keySet());
        ways.removeAll(handled);
        ways.forEach(way -> detail(old, now, way, sentences));
        return sentences;
    }

    private void rerouted(ProcessElement old, ProcessElement now, List<String> sentences) {
        String from = old.details().get("sourceRef");
        String to = old.details().get("targetRef");
        String fromNow = now.details().get("sourceRef");
        String toNow = now.details().get("targetRef");
        if (!Objects.equals(from, fromNow)) {
            sentences.add("%s comes from %s instead of %s."
                    .formatted(called(old, before), label(fromNow, after), label(from, before)));
        }
        if (!Objects.equals(to, toNow)) {
            sentences.add("%s leads to %s instead of %s."
                    .formatted(called(old, before), label(toNow, after), label(to, before)));
        }
    }

    private void detail(ProcessElement old, ProcessElement now, String way, List<String> sentences) {
        String was = old.details().get(way);
        String is = now.details().get(way);
        if (Objects.equals(was, is)
                || way.endsWith("/")
                        && Objects.requireNonNullElse(was, "").isEmpty()
                        && Objects.requireNonNullElse(is, "").isEmpty()
                        && hasDeeper(old, now, way)) {
            return;
        }
        String subject = "%s: %s".formatted(called(now, after), words(way));
        if (was == null || was.isEmpty()) {
            sentences.add(
                    is == null || is.isEmpty()
                            ? "%s was %s.".formatted(subject, is == null ? "removed" : "added")
                            : "%s is now “%s”.".formatted(subject, text(is, after)));
        } else if (is == null || is.isEmpty()) {
            sentences.add("%s was “%s” and is no longer set.".formatted(subject, text(was, before)));
        } else {
            sentences.add("%s was “%s” and is now “%s”.".formatted(subject, text(was, before), text(is, after)));
        }
    }

    /** Whether its nested details say more than its presence. */
    private static boolean hasDeeper(ProcessElement old, ProcessElement now, String way) {
        return java.util.stream.Stream.of(old, now)
                .flatMap(element -> element.details().keySet().stream())
                .anyMatch(other -> other.length() > way.length() && other.startsWith(way));
    }

    private static String words(String way) {
        String[] steps = way.split("/");
        String last = steps[steps.length - 1] + (way.endsWith("/") ? "/" : "");
        String word = WORDS.getOrDefault(last, last.replace("/", ""));
        List<String> within = Arrays.stream(steps)
                .limit(steps.length - 1L)
                .filter(step -> !step.equals("extensionElements")
                        && !step.endsWith("EventDefinition")
                        && !step.equals("inputOutput"))
                .toList();
        return within.isEmpty()
                ? word
                : "%s of its %s".formatted(word.replaceFirst("^its ", ""), String.join(", ", within));
    }

    /** Ids are replaced by labels. */
    private static String text(String value, Map<String, ProcessElement> elements) {
        ProcessElement element = elements.get(value);
        String text = element == null || element.name() == null ? value : element.name();
        return text.length() > 300 ? text.substring(0, 300) + " …" : text;
    }

    private static String called(ProcessElement element, Map<String, ProcessElement> elements) {
        if (element.isFlow()) {
            return "Flow %sfrom %s to %s"
                    .formatted(
                            element.name() == null ? "" : "“%s” ".formatted(element.name()),
                            label(element.details().get("sourceRef"), elements),
                            label(element.details().get("targetRef"), elements));
        }
        String kind = element.kindInWords();
        return "%s%s %s"
                .formatted(
                        kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT),
                        kind.substring(1),
                        label(element.id(), elements));
    }

    private static String label(String id, Map<String, ProcessElement> elements) {
        ProcessElement element = elements.get(id);
        return "“%s”".formatted(element == null || element.name() == null ? id : element.name());
    }
}
