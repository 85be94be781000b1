package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.assessment.Need;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Position;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.help.HelpKind;

/**
 * What a PM is needed for.
 *
 * @param practices every practice of the case: an interest in or a block at any of them counts
 * @param place    where the leading practice is, from which distances count; null if not known
 * @param sessions half days a week
 * @param from     the first day of the expected period; today if the start has passed
 * @param until    the first day after it
 * @param today    the day of the search
 */
public record Vacancy(
        CaseReference reference,
        List<OdsCode> practices,
        Position place,
        List<HelpKind> kinds,
        BigDecimal sessions,
        LocalDate from,
        LocalDate until,
        LocalDate today) {

    static Vacancy of(CaseReference reference, List<OdsCode> practices, Position place, Need need, LocalDate today) {
        LocalDate from = need.start().isBefore(today) ? today : need.start();
        return new Vacancy(
                reference,
                practices,
                place,
                need.kinds(),
                need.sessionsAWeek(),
                from,
                from.plusWeeks(need.weeks()),
                today);
    }
}
