package org.rovingpm.submission;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a submission, so that all of it is said at once. */
public class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Notes the sentence against the field unless the rule holds. */
    public Problems require(boolean rule, String field, String sentence) {
        if (!rule) {
            found.add(new Problem(field, sentence));
        }
        return this;
    }

    /** @return what has been noted so far */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** Throws a {@link Refusal} with every problem noted so far, if there is any. */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refusal(found);
        }
    }
}
