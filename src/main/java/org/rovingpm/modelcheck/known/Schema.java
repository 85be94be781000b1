package org.rovingpm.modelcheck.known;

import java.util.Optional;

/** Whether a file is what the standards say a file of its kind is. */
public interface Schema {

    /** @return what is wrong with the file, in the words of its reader; empty where nothing is */
    Optional<String> problemOf(ModelFile file, boolean process);
}
