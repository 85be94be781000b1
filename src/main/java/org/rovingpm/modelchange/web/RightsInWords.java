package org.rovingpm.modelchange.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.access.ModelRights;
import org.rovingpm.access.ModelRights.OfProcess;
import org.rovingpm.access.Role;
import org.rovingpm.modelchange.ChangedFile;
import org.springframework.stereotype.Component;

/** Who may do more or less by a change of a process, in words for those who review it. */
@Component
class RightsInWords {

    private final ModelRights rights;

    RightsInWords(ModelRights rights) {
        this.rights = rights;
    }

    /** @return a sentence for each right that the change gives or takes; none where it changes nobody's */
    List<String> of(ChangedFile file) {
        List<String> sentences = new ArrayList<>();
        List<OfProcess> before = rights.of(file.before());
        List<OfProcess> after = rights.of(file.after());
        after.forEach(process -> between(same(process, before), process, sentences));
        before.stream()
                .filter(process -> after.stream().noneMatch(other -> other.id().equals(process.id())))
                .forEach(process -> between(process, nothing(process), sentences));
        return sentences;
    }

    private static void between(OfProcess before, OfProcess after, List<String> sentences) {
        say(without(after.starters(), before.starters()), "%s may now start “%s”.", after, sentences);
        say(
                without(after.workers(), before.workers()),
                "%s may now see “%s” wherever it runs, and do its tasks.",
                after,
                sentences);
        say(without(before.starters(), after.starters()), "%s may no longer start “%s”.", after, sentences);
        say(
                without(before.workers(), after.workers()),
                "%s may no longer see “%s” or do its tasks, once nothing runs on an earlier version.",
                after,
                sentences);
    }

    private static void say(Set<Role> who, String sentence, OfProcess process, List<String> sentences) {
        if (!who.isEmpty()) {
            sentences.add(sentence.formatted(
                    who.stream().sorted().map(Role::displayName).collect(Collectors.joining(", ")), process.name()));
        }
    }

    private static Set<Role> without(Set<Role> some, Set<Role> others) {
        Set<Role> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static OfProcess same(OfProcess process, List<OfProcess> others) {
        return others.stream()
                .filter(other -> other.id().equals(process.id()))
                .findFirst()
                .orElse(nothing(process));
    }

    private static OfProcess nothing(OfProcess process) {
        return new OfProcess(process.id(), process.name(), Set.of(), Set.of());
    }
}
