package org.rovingpm.modelcheck.file;

import java.time.Period;
import java.time.format.DateTimeParseException;

/** The history time to live of a model: a period such as P3650D, or a number of days. */
public final class HistoryTime {

    private HistoryTime() {}

    /** @param time as the model has it; null where it has none */
    public static boolean isTime(String time) {
        if (time == null) {
            return false;
        }
        try {
            return time.startsWith("P") ? !Period.parse(time).isNegative() : Integer.parseInt(time) >= 0;
        } catch (DateTimeParseException | NumberFormatException none) {
            return false;
        }
    }
}
