package org.rovingpm.modelchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        String process = after.name();
        who(after.starters(), before.starters())
                .ifPresent(who -> sentences.add("%s may now start “%s”.".formatted(who, process)));
        who(after.workers(), before.workers())
                .ifPresent(who -> sentences.add(
                        "%s may now see “%s” wherever it runs, and do its tasks.".formatted(who, process)));
        who(before.starters(), after.starters())
                .ifPresent(who -> sentences.add("%s may no longer start “%s”.".formatted(who, process)));
        who(before.workers(), after.workers())
                .ifPresent(who -> sentences.add(
                        "%s may no longer see “%s” or do its tasks, once nothing runs on an earlier version."
                                .formatted(who, process)));
    }

    /** Those who are among the ones and not among the others, by their names; empty if there are none. */
    private static Optional<String> who(Set<Role> ones, Set<Role> others) {
        String names = ones.stream()
                .filter(role -> !others.contains(role))
                .sorted()
                .map(Role::displayName)
                .collect(Collectors.joining(", "));
        return Optional.of(names).filter(some -> !some.isEmpty());
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
