package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.assessment.Need;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Position;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.HelpKind;

/**
 * What a PM is looked for.
 *
 * @param place    where the practice is; null where not known
 * @param sessions half days a week
 * @param from     the first day of the expected period: a start that has passed becomes today
 * @param until    the first day after it
 * @param today    the day of the search
 */
public record Vacancy(
        CaseReference reference,
        OdsCode practice,
        Position place,
        List<HelpKind> kinds,
        BigDecimal sessions,
        LocalDate from,
        LocalDate until,
        LocalDate today) {

    static Vacancy of(CaseReference reference, OdsCode practice, Position place, Need need, LocalDate today) {
        LocalDate from = need.start().isBefore(today) ? today : need.start();
        return new Vacancy(
                reference,
                practice,
                place,
                need.kinds(),
                need.sessionsAWeek(),
                from,
                from.plusWeeks(need.weeks()),
                today);
    }
}
