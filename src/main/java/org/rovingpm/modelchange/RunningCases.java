package org.rovingpm.modelchange;

import java.util.List;
import java.util.Map;

/** The cases that run, by version of their process, and the engine's way of moving them from one version to another. */
public interface RunningCases {

    /** Some cases of one version stand at one step. */
    record AtStep(String step, String label, long cases) {}

    /** @param definition the engine's id of the version */
    record OnVersion(String definition, int version, long cases, List<AtStep> steps) {}

    /** @param instance the engine's id of the process instance */
    record Running(String instance, String reference) {}

    /** Where the cases that stand at a step would go, and where else they could. */
    record Mapping(String step, String label, long cases, String target, List<Target> possible) {}

    /** A step of the new version. */
    record Target(String step, String label) {}

    /**
     * How cases of one version are moved to another.
     *
     * @param problems why the engine would not do it, in words; empty where it would
     */
    record Plan(OnVersion from, OnVersion to, List<Mapping> mappings, List<String> problems) {

        public boolean isPossible() {
            return problems.isEmpty();
        }
    }

    /** What would become of one case: where it stands, where it would stand, and what is in the way; null where nothing is. */
    record Tried(String instance, String reference, String now, String then, String problem) {}

    /** @return the versions of a process on which cases run, and its newest, newest first, at most 20 */
    List<OnVersion> of(String process);

    /** @return the cases of a version by their reference, at most so many */
    List<Running> on(String definition, int most);

    /** @param chosen the new version's step by that of the old one, for steps that are not the same in both */
    Plan plan(String from, String to, Map<String, String> chosen);

    /** Moves each case for a moment and takes it back, so that nothing is changed. */
    List<Tried> tryOut(String from, String to, Map<String, String> chosen, List<String> instances);

    /** @return the engine's id of the batch that moves the cases */
    String move(String from, String to, Map<String, String> chosen, List<String> instances);

    /** @return what is in the way of cases that a batch could not move yet, in words, by instance */
    Map<String, String> failures(String batch);

    /** Has the batch try the cases once more that it could not move. */
    void tryAgain(String batch);
}
