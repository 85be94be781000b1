package org.rovingpm.modelcheck.dmn;

import java.util.Optional;
import org.rovingpm.modelcheck.known.Feel;

/** What FEEL is asked about one table: a limited number of questions, since each takes time. */
final class FeelQuestions {

    private static final int MOST = 5_000;

    private final Feel feel;
    private int asked;

    FeelQuestions(Feel feel) {
        this.feel = feel;
    }

    /** @return whether the value matches the cell; empty where it cannot be read, or too much has been asked */
    Optional<Boolean> holds(String cell, Object value) {
        if (asked == MOST) {
            return Optional.empty();
        }
        asked++;
        try {
            return Optional.of(feel.holds(cell, value));
        } catch (Feel.Unreadable unreadable) {
            return Optional.empty();
        }
    }
}
