package org.rovingpm.placement;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.engine.due.WorkBegins;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.stereotype.Component;

/** A first visit cannot be reported before the day that was agreed for it: its deadline is counted from the end of that day. */
@Component
class FirstVisitBegins implements WorkBegins {

    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final Placements placements;
    private final FirstVisits visits;

    FirstVisitBegins(Placements placements, FirstVisits visits) {
        this.placements = placements;
        this.visits = visits;
    }

    @Override
    public Optional<Instant> of(String step, String reference) {
        return SupportCaseProcess.Elements.REPORT_FIRST_VISIT.equals(step)
                ? CaseReference.read(reference)
                        .flatMap(placements::active)
                        .flatMap(visits::plannedFor)
                        .map(day ->
                                day.atTime(END_OF_DAY).atZone(SchemeTime.ZONE).toInstant())
                : Optional.empty();
    }
}
