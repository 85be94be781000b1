package org.rovingpm.modelcheck.known;

import java.util.List;

/** How the engine reads a process when it is deployed: what it refuses there is known before, in sentences. */
public interface EngineReading {

    /**
     * What the engine does not understand.
     *
     * @param element   the id of the step; null if the engine names none
     * @param predicate the rest of a sentence that begins with the label of the step
     */
    record Problem(String element, String predicate) {}

    /** @param process valid by the schema of BPMN */
    List<Problem> problemsOf(ModelFile process);
}
