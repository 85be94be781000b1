package org.rovingpm.engine.refusal;

import org.rovingpm.submission.Refusal;

/** The one answer about a task that is done, taken back or somebody else's, so that nobody learns which of these it is. */
public final class TaskNotOpen {

    private TaskNotOpen() {}

    public static Refusal refusal() {
        return new Refusal("This task is no longer open to you: it has been done, the case has moved on, "
                + "or it is somebody else's. Refresh the list.");
    }
}
