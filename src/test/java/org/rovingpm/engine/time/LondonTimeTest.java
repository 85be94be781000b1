package org.rovingpm.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.engine.feel.BoundedFeel;

class LondonTimeTest {

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-04T09:00, 2027-01-04T09:00:00Z",
        "2027-07-01T09:00:00, 2027-07-01T08:00:00Z",
        "2027-07-01, 2027-06-30T23:00:00Z",
        "2027-07-01T09:00:00Z, 2027-07-01T09:00:00Z",
        "2027-07-01T09:00:00+05:30, 2027-07-01T03:30:00Z",
        // Between one and two at night there is no time on the day that summer time begins
        "2027-03-28T01:30, 2027-03-28T01:30:00Z"
    })
    void aDateThatNamesNoZoneIsLondons(String date, Instant moment) {
        assertThat(resolved(new LondonDates(), date, null)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, 2027-03-28T08:00:00Z",
        "P1W, 2027-04-03T08:00:00Z",
        "P7DT2H, 2027-04-03T10:00:00Z",
        "PT24H, 2027-03-28T09:00:00Z"
    })
    void aDayEndsAtTheSameTimeOfDayWhenTheClocksChange(String duration, Instant end) {
        Instant dayBeforeSummerTime = Instant.parse("2027-03-27T09:00:00Z");
        assertThat(resolved(new LondonDurations(), duration, dayBeforeSummerTime))
                .isEqualTo(end);
        ClockUtil.setCurrentTime(Date.from(dayBeforeSummerTime));
        assertThat(resolved(new LondonDurations(), duration, null)).isEqualTo(end);
        assertThat(resolved(new LondonDates(), duration, null)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 8 * * MON-FRI, 2027-03-26T12:00:00Z, 2027-03-29T07:00:00Z",
        "0 0 8 * * MON-FRI, 2027-01-04T12:00:00Z, 2027-01-05T08:00:00Z",
        "R3/2027-07-01T09:00/PT1H, 2027-06-01T12:00:00Z, 2027-07-01T08:00:00Z"
    })
    void aCycleTellsTheTimeOfDayOfLondon(String cycle, Instant now, Instant next) {
        ClockUtil.setCurrentTime(Date.from(now));
        assertThat(resolved(new LondonCycles(), cycle, null)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1X", "soon", "2027-13-45"})
    void whatCannotBeReadIsRefusedInTheEnginesWords(String text) {
        assertThatThrownBy(() -> new LondonDates().resolveDuedate(text)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> new LondonDurations().resolveDuedate(text)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void aDecisionsTodayIsLondonsByTheEnginesClock() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-06-30T23:30:00Z")));
        assertThat(inDecision("today()")).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(inDecision("string(now())")).asString().startsWith("2027-07-01T00:30:00");
    }

    private static Object inDecision(String expression) {
        return new BoundedFeel()
                .evaluateSimpleExpression(
                        expression, Variables.fromMap(Map.of()).asVariableContext());
    }

    private static Instant resolved(BusinessCalendar calendar, String text, Instant start) {
        Date due = start == null ? calendar.resolveDuedate(text) : calendar.resolveDuedate(text, Date.from(start));
        return due.toInstant();
    }
}
