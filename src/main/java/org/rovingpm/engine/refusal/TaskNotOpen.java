package org.rovingpm.engine.refusal;

import org.rovingpm.submission.Refusal;

/** The one answer about a task that is done, taken back or for somebody else, so that nobody learns which of these it is. */
public final class TaskNotOpen {

    private static final String SENTENCE =
            "This task is no longer open, or this is not for you to do: it has been done, "
                    + "the case has moved on, or it is for somebody else. Refresh the list.";

    private TaskNotOpen() {}

    public static Refusal refusal() {
        return new Refusal(SENTENCE);
    }

    static boolean is(Refusal refusal) {
        return SENTENCE.equals(refusal.getMessage());
    }
}
