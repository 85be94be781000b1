package org.rovingpm.modelchange;

import java.util.List;
import java.util.Map;

/**
 * Running cases by version of their process, and moving them from one version to another. Cases that are hidden from whoever looks are
 * in no list and no count, and are not moved by them.
 */
public interface RunningCases {

    /** The number of cases of a version at one step. */
    record AtStep(String step, String label, long cases) {}

    /** @param definition the engine's id of the version */
    record OnVersion(String definition, int version, long cases, List<AtStep> steps) {}

    /** @param instance the engine's id of the process instance */
    record Running(String instance, String reference) {}

    /** The step to which the cases at a step would move, and the other possible ones. */
    record Mapping(String step, String label, long cases, String target, List<Target> possible) {}

    /** A step of the new version. */
    record Target(String step, String label) {}

    /**
     * How cases of one version are moved to another.
     *
     * @param problems why the engine would refuse it, in words; empty if it would not
     */
    record Plan(OnVersion from, OnVersion to, List<Mapping> mappings, List<String> problems) {

        public boolean isPossible() {
            return problems.isEmpty();
        }
    }

    /** The result for one case: its steps before and after, and the problem (null if there is none). */
    record Tried(String instance, String reference, String now, String then, String problem) {}

    /** @return the versions of a process with running cases, and its newest, newest first, at most 20 */
    List<OnVersion> of(String process);

    /** @return the cases of a version by their reference, up to the given number */
    List<Running> on(String definition, int most);

    /** @param chosen the new step by the old one, for steps that differ */
    Plan plan(String from, String to, Map<String, String> chosen);

    /** Moves each case and rolls back, so that nothing changes. */
    List<Tried> tryOut(String from, String to, Map<String, String> chosen, List<String> instances);

    /** @return the engine's id of the batch that moves the cases */
    String move(String from, String to, Map<String, String> chosen, List<String> instances);

    /** @return why a batch has not moved cases yet, in words, by instance */
    Map<String, String> failures(String batch);

    /** Retries the cases that the batch could not move. */
    void tryAgain(String batch);
}
