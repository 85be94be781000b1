package org.rovingpm.checkin;

import java.util.List;
import org.rovingpm.engine.ServiceLevels.Deadline;

/** When a missing check-in is acted on. The names are those of rows of service-levels.dmn and of events of weekly-check-in.bpmn. */
public final class MissingCheckInDeadlines {

    public static final Deadline REMINDER = new Deadline("Reminder due");
    public static final Deadline CHASE = new Deadline("Chase due");
    public static final Deadline ESCALATION = new Deadline("Escalation due");

    private MissingCheckInDeadlines() {}

    /** @return all of them, in the order in which they pass */
    public static List<Deadline> all() {
        return List.of(REMINDER, CHASE, ESCALATION);
    }
}
