package org.rovingpm.modelchange.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.engine.deployment.DeployedModels.Version;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.modelchange.CaseMoves;
import org.rovingpm.modelchange.ChangedFile;
import org.rovingpm.modelchange.ModelChange;
import org.rovingpm.modelchange.ModelChangeStep;
import org.rovingpm.modelchange.ModelChanges;
import org.rovingpm.modelchange.MoveCases;
import org.rovingpm.modelchange.RestoreEarlierVersion;
import org.rovingpm.modelchange.ReviewTasks;
import org.rovingpm.modelchange.RunningCases;
import org.rovingpm.modelchange.RunningCases.OnVersion;
import org.rovingpm.modelchange.RunningCases.Plan;
import org.rovingpm.modelchange.RunningCases.Running;
import org.rovingpm.modelchange.RunningCases.Tried;
import org.rovingpm.modelchange.TryDecision;
import org.springframework.stereotype.Component;

/** Gathers what the page of a change shows. */
@Component
class ModelChangePage {

    private static final int ROWS_OF_A_MOVE = 50;

    private final ModelChanges changes;
    private final RunningCases cases;
    private final MoveCases moveCases;
    private final CaseMoves moves;
    private final RestoreEarlierVersion goBack;
    private final TryDecision tryDecision;
    private final ReviewTasks tasks;
    private final PersonDirectory people;
    private final HiddenCases hiddenCases;
    private final RightsInWords rights;

    ModelChangePage(
            ModelChanges changes,
            RunningCases cases,
            MoveCases moveCases,
            CaseMoves moves,
            RestoreEarlierVersion goBack,
            TryDecision tryDecision,
            ReviewTasks tasks,
            PersonDirectory people,
            HiddenCases hiddenCases,
            RightsInWords rights) {
        this.changes = changes;
        this.cases = cases;
        this.moveCases = moveCases;
        this.moves = moves;
        this.goBack = goBack;
        this.tryDecision = tryDecision;
        this.tasks = tasks;
        this.people = people;
        this.hiddenCases = hiddenCases;
        this.rights = rights;
    }

    /** The running cases chosen, and the result of trying the move; both may be null. */
    record Chosen(MoveCases.Choice choice, List<Tried> tried) {

        static final Chosen NOTHING = new Chosen(null, null);

        boolean isAbout(String file) {
            return choice != null && choice.file().equals(file);
        }
    }

    /**
     * One process of the change, and the cases that run on it.
     *
     * @param target  the version that the change brought; null if a newer one is in force
     * @param plan    how the cases of one earlier version would be moved to it; null if there are none
     * @param running the cases that can be chosen one by one
     */
    record ProcessCases(
            String file, Version target, List<OnVersion> versions, Plan plan, List<Running> running, Chosen chosen) {}

    /** A move, its cases, and the problems of some of them. */
    record MoveRows(CaseMoves.Move move, List<CaseMoves.Row> rows, Map<String, String> failures) {}

    /** A decision on past cases. */
    record PastCases(String file, TryDecision.Result result) {}

    /** @param reader user id of who is shown it, and for whom the engine is asked: cases that are hidden from them are nowhere on the page */
    Map<String, Object> of(ModelChange change, Chosen chosen, String reader) {
        Set<String> hidden = hiddenCases.of(reader);
        List<ChangedFile> files = changes.filesOf(change.id());
        List<ModelChangeStep> steps = changes.stepsOf(change.id());
        Map<String, Object> shown = new HashMap<>(Map.of(
                "change",
                change,
                "files",
                files,
                "steps",
                steps,
                "open",
                tasks.isOpen(change.id()),
                "processes",
                change.deployment() == null
                        ? List.of()
                        : files.stream()
                                .filter(ChangedFile::isProcess)
                                .map(file -> cases(change, file, chosen))
                                .toList(),
                "moves",
                moves.of(change.id()).stream().map(this::rows).toList(),
                "choices",
                change.deployment() == null ? List.of() : goBack.choices(change.id())));
        shown.put(
                "pastCases",
                files.stream()
                        .flatMap(file -> tryDecision.on(file).stream()
                                .map(result -> new PastCases(file.file(), seen(result, hidden))))
                        .toList());
        shown.put(
                "rights",
                files.stream().filter(ChangedFile::isProcess).collect(Collectors.toMap(ChangedFile::file, rights::of)));
        shown.put("warnings", changes.warningsOf(change.id()));
        shown.put(
                "names",
                people.namesThen(
                        Stream.concat(Stream.of(change.madeBy()), steps.stream().map(ModelChangeStep::who))
                                .distinct()
                                .toList()));
        return shown;
    }

    private ProcessCases cases(ModelChange change, ChangedFile file, Chosen chosen) {
        List<OnVersion> versions = cases.of(file.key());
        Version target = moveCases.target(change, file.file()).orElse(null);
        Chosen its = chosen.isAbout(file.file()) ? chosen : Chosen.NOTHING;
        List<OnVersion> earlier = new ArrayList<>(versions);
        earlier.removeIf(version ->
                target == null || version.cases() == 0 || version.definition().equals(target.definition()));
        OnVersion from = earlier.stream()
                .filter(version -> its.choice() != null
                        && version.definition().equals(its.choice().from()))
                .findFirst()
                .orElse(earlier.isEmpty() ? null : earlier.get(0));
        Plan plan = from == null
                ? null
                : cases.plan(
                        from.definition(),
                        target.definition(),
                        its.choice() == null ? Map.of() : its.choice().steps());
        return new ProcessCases(
                file.file(),
                target,
                versions,
                plan,
                from == null ? List.of() : cases.on(from.definition(), MoveCases.MOST_CHOSEN),
                its);
    }

    private static TryDecision.Result seen(TryDecision.Result result, Set<String> hidden) {
        return new TryDecision.Result(
                result.label(),
                result.rows().stream()
                        .filter(row -> !hidden.contains(row.reference()))
                        .toList());
    }

    private MoveRows rows(CaseMoves.Move move) {
        return new MoveRows(
                move, moves.rowsOf(move.id(), ROWS_OF_A_MOVE), move.isOver() ? Map.of() : cases.failures(move.batch()));
    }
}
