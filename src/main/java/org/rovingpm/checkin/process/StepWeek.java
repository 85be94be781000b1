package org.rovingpm.checkin.process;

import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.checkin.WeeklyCheckInProcess.Variables;
import org.rovingpm.engine.FormTask;

/** The week that a step of weekly-check-in is about, by the day on which it ends. */
final class StepWeek {

    private StepWeek() {}

    static LocalDate of(VariableScope step) {
        return day((String) step.getVariable(Variables.WEEK_ENDS_AT));
    }

    static LocalDate of(FormTask task) {
        return day(task.text(Variables.WEEK_ENDS_AT));
    }

    private static LocalDate day(String moment) {
        return LocalDate.ofInstant(Instant.parse(moment), SchemeTime.ZONE);
    }
}
