package org.rovingpm.modelcheck.known;

import java.util.Optional;

/** Whether a file conforms to the schema of its standard. */
public interface Schema {

    /** @return the problem of the file, in the words of its parser; empty if there is none */
    Optional<String> problemOf(ModelFile file, boolean process);
}
