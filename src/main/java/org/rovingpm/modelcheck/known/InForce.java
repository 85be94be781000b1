package org.rovingpm.modelcheck.known;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is in force already, and is used together with what is checked. */
public interface InForce {

    Optional<byte[]> form(String id);

    Optional<byte[]> process(String id);

    /** Ids of all processes. */
    Set<String> processes();

    /** The file that holds the decision, perhaps among others. */
    Optional<byte[]> decision(String id);

    boolean group(String id);

    /** How many cases stand at each element of a process, by its id, in whatever version; empty where nobody can say. */
    Optional<Map<String, Long>> casesAt(String process);
}
