package org.rovingpm.engine.due;

import java.util.Locale;

/** The priority of a task, from 0 to 100: late ones before others and, among each of them, by the rating of the case. */
public enum TaskPriority {
    GREEN(40),
    UNRATED(45),
    AMBER(50),
    RED(60);

    /** What each late task has at least, and no other. */
    public static final int LOWEST_OF_LATE = 80;

    private static final int LATE = 40;

    private final int inTime;

    TaskPriority(int inTime) {
        this.inTime = inTime;
    }

    /** @param rag RED, AMBER or GREEN; anything else counts as not rated */
    public static int of(String rag, boolean late) {
        TaskPriority priority = UNRATED;
        for (TaskPriority one : values()) {
            if (one.name().equals(String.valueOf(rag).toUpperCase(Locale.ROOT))) {
                priority = one;
            }
        }
        return late ? priority.inTime + LATE : priority.inTime;
    }
}
