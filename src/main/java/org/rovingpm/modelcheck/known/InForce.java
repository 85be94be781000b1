package org.rovingpm.modelcheck.known;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The models in force, which the checked files work together with. */
public interface InForce {

    Optional<byte[]> form(String id);

    Optional<byte[]> process(String id);

    /** Ids of all processes. */
    Set<String> processes();

    /** The file that holds the decision, perhaps among others. */
    Optional<byte[]> decision(String id);

    boolean group(String id);

    /** Whether somebody has an account by this id; empty where nobody knows. */
    Optional<Boolean> account(String id);

    /** The number of cases that the current person may see at each element of a process, by its id, in all versions; empty if not known. */
    Optional<Map<String, Long>> casesAt(String process);
}
