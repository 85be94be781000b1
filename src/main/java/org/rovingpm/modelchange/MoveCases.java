package org.rovingpm.modelchange;

import java.util.List;
import java.util.Map;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.modelchange.RunningCases.OnVersion;
import org.rovingpm.modelchange.RunningCases.Plan;
import org.rovingpm.modelchange.RunningCases.Running;
import org.rovingpm.modelchange.RunningCases.Tried;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves cases that run on earlier versions to a changed one, after trying it on some of them. */
@Component
public class MoveCases {

    /** The most cases that can be tried or chosen one by one. */
    public static final int MOST_CHOSEN = 50;

    private static final int MOST_MOVED = 100_000;

    /**
     * The choice of a manager.
     *
     * @param file      the process whose cases are moved
     * @param from      the engine's id of their version
     * @param steps     the new step by the old one, if different
     * @param instances the cases; none means all
     */
    public record Choice(String file, String from, Map<String, String> steps, List<String> instances) {}

    private final ModelChanges changes;
    private final DeployedModels models;
    private final RunningCases cases;
    private final CaseMoves moves;

    MoveCases(ModelChanges changes, DeployedModels models, RunningCases cases, CaseMoves moves) {
        this.changes = changes;
        this.models = models;
        this.cases = cases;
        this.moves = moves;
    }

    /** @return the version of the file that the change brought; empty if a newer one is in force */
    public java.util.Optional<DeployedModels.Version> target(ModelChange change, String file) {
        return models.versionsOf(file).stream().findFirst().filter(version -> version.deployment()
                .equals(change.deployment()));
    }

    public Plan plan(long change, Choice choice) {
        return cases.plan(choice.from(), checkedTarget(change, choice).definition(), choice.steps());
    }

    /** Tries the move on the chosen cases. Only the attempt is recorded. */
    @Transactional
    public List<Tried> tryOut(long change, Choice choice, String who) {
        String to = checkedTarget(change, choice).definition();
        List<String> chosen = choice.instances().isEmpty()
                ? cases.on(choice.from(), MOST_CHOSEN).stream()
                        .map(Running::instance)
                        .toList()
                : choice.instances();
        List<Tried> tried = cases.tryOut(choice.from(), to, choice.steps(), ofThisVersion(choice.from(), chosen));
        long possible = tried.stream().filter(one -> one.problem() == null).count();
        Plan plan = cases.plan(choice.from(), to, choice.steps());
        changes.note(
                change,
                ModelChangeStep.Kind.TRIED,
                who,
                label(choice.file(), plan.from()),
                label(choice.file(), plan.to()),
                "%d of %d cases could be moved".formatted(possible, tried.size()));
        return tried;
    }

    /**
     * Starts moving the chosen cases, or all cases of the version, in the background. Refuses a move that the engine
     * would refuse for all of them.
     */
    @Transactional
    public void move(long change, Choice choice, String who) {
        String to = checkedTarget(change, choice).definition();
        Plan plan = cases.plan(choice.from(), to, choice.steps());
        if (!plan.isPossible()) {
            throw new Refusal(plan.problems().stream()
                    .map(problem -> new Problem("", problem))
                    .toList());
        }
        List<Running> all = cases.on(choice.from(), MOST_MOVED);
        List<Running> chosen = choice.instances().isEmpty()
                ? all
                : all.stream()
                        .filter(one -> choice.instances().contains(one.instance()))
                        .toList();
        if (chosen.isEmpty()) {
            throw new Refusal("No case runs on this version any longer.");
        }
        String batch = cases.move(
                choice.from(),
                to,
                choice.steps(),
                chosen.stream().map(Running::instance).toList());
        moves.add(change, batch, choice.file(), plan, chosen, who);
        changes.note(
                change,
                ModelChangeStep.Kind.MOVE_BEGUN,
                who,
                label(choice.file(), plan.from()),
                label(choice.file(), plan.to()),
                BritishFormat.count(chosen.size(), "case"));
    }

    /** Retries the cases that could not be moved. */
    @Transactional
    public void tryAgain(long change, long move, String who) {
        CaseMoves.Move again = moves.of(change).stream()
                .filter(one -> one.id() == move)
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no such move."));
        cases.tryAgain(again.batch());
        changes.note(
                change,
                ModelChangeStep.Kind.MOVE_TRIED_AGAIN,
                who,
                "%s, version %d".formatted(again.process(), again.fromVersion()),
                "%s, version %d".formatted(again.process(), again.toVersion()),
                null);
    }

    private List<String> ofThisVersion(String from, List<String> chosen) {
        List<String> running =
                cases.on(from, MOST_MOVED).stream().map(Running::instance).toList();
        return chosen.stream()
                .filter(java.util.Set.copyOf(running)::contains)
                .limit(MOST_CHOSEN)
                .toList();
    }

    private DeployedModels.Version checkedTarget(long change, Choice choice) {
        ModelChange reviewed = changes.get(change);
        if (!reviewed.files().contains(choice.file())) {
            throw new Refusal("This change is not about %s.".formatted(choice.file()));
        }
        DeployedModels.Version to = target(reviewed, choice.file())
                .orElseThrow(() -> new Refusal("A newer version of %s is in force: move running cases in its review."
                        .formatted(choice.file())));
        boolean earlier = models.versionsOf(choice.file()).stream().skip(1).anyMatch(version -> version.definition()
                .equals(choice.from()));
        if (!earlier) {
            throw new Refusal("Choose the version whose cases are moved.");
        }
        return to;
    }

    private static String label(String file, OnVersion version) {
        return "%s, version %d".formatted(file, version.version());
    }
}
