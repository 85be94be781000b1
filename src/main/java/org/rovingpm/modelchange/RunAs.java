package org.rovingpm.modelchange;

import java.util.List;

/** Has the engine do what follows for one person, within that person's rights. */
public interface RunAs {

    void begin(String person, List<String> groups);

    void end();
}
