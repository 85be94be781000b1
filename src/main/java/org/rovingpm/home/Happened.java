package org.rovingpm.home;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened in a case, as its timeline has it.
 *
 * @param practices names of its practices, the leading one first
 * @param who       user id, or who it was
 */
public record Happened(Instant at, String reference, List<String> practices, String who, String what) {

    public Happened {
        practices = List.copyOf(practices);
    }
}
