package org.rovingpm.caselist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.rovingpm.calendar.SchemeWeek;

/**
 * When the next week of a listed case {@code l} ends, as SQL: of a case that is supported and not on hold. A week whose end has passed is
 * asked for by a task, or was left out by a hold: then the next one counts.
 */
final class ComingWeeks {

    /** With {@link #COMING} in it. */
    static final String ENDS_AT = """
        case when l.stage = 'SUPPORTED' and l.held_until is null and l.week_ends_at is not null
             then greatest(l.week_ends_at, :comingWeekEnd) end""";

    /** The parameter. */
    static final String COMING = "comingWeekEnd";

    private ComingWeeks() {}

    /** @return the value of {@link #COMING} */
    static OffsetDateTime coming(Instant now) {
        return SchemeWeek.endFrom(now).atOffset(ZoneOffset.UTC);
    }
}
