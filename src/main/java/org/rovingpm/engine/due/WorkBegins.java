package org.rovingpm.engine.due;

import java.time.Instant;
import java.util.Optional;

/** A module that knows of a step that it cannot be done before an agreed time: its deadline is counted from then. */
public interface WorkBegins {

    /**
     * @param step      id of the step in its process
     * @param reference of the case, as it is written; null outside cases
     * @return empty where the step is none of the module's, or nothing has been agreed
     */
    Optional<Instant> of(String step, String reference);
}
