package org.rovingpm.demo;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that somebody does in a case's story: claims or completes a task when it is open, or starts a process.
 *
 * @param where key of the task, or of the process to start
 * @param after working time since the task was opened, or for a start since the step before
 * @param who   user id, or {@link #PM}
 * @param form  what they fill in
 */
public record Step(
        Kind kind, String where, Duration after, String who, Function<DemoContext, Map<String, Object>> form) {

    /** Stands for the PM whose task it is, or who is at the practice. */
    public static final String PM = "the PM of the case";

    /** What is done. */
    public enum Kind {
        COMPLETE,
        CLAIM,
        START
    }
}
