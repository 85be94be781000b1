package org.rovingpm.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.supportcase.help.HelpKind;

/**
 * What a practice needs, as assessed.
 *
 * @param helpNeeded    in words
 * @param kinds         the kinds of help, at least one
 * @param sessionsAWeek half days a week
 * @param start         when support should begin
 * @param weeks         how long it is expected to last
 */
public record Need(String helpNeeded, List<HelpKind> kinds, BigDecimal sessionsAWeek, LocalDate start, int weeks) {

    /** @return the first day after the expected period */
    public LocalDate end() {
        return start.plusWeeks(weeks);
    }
}
