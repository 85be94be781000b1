package org.rovingpm.modelchange;

import java.util.List;

/** Runs what follows as one person, with that person's rights in the engine. */
public interface RunAs {

    void begin(String person, List<String> groups);

    void end();
}
