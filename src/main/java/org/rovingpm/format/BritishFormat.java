package org.rovingpm.format;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.rovingpm.calendar.SchemeTime;

/**
 * How values are written for people, in Britain's way and in London's time: on pages, in forms, messages, refusals and
 * histories. Templates call it as {@code #format}. A value that is missing stays null.
 */
public final class BritishFormat {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);

    BritishFormat() {}

    /** @return such as "3 December 2026" */
    public static String date(LocalDate date) {
        return date == null ? null : DATE.format(date);
    }

    /** @return the day in London, such as "3 December 2026" */
    public static String date(Instant moment) {
        return moment == null ? null : DATE.format(moment.atZone(SchemeTime.ZONE));
    }

    /** @return such as "17:00" */
    public static String time(Instant moment) {
        return moment == null ? null : TIME.format(moment.atZone(SchemeTime.ZONE));
    }

    /** @return such as "3 December 2026, 17:00" */
    public static String dateAndTime(Instant moment) {
        return moment == null ? null : date(moment) + ", " + time(moment);
    }

    /** For sentences in which the day of the week helps, as in messages: such as "Thursday 3 December 2026". */
    public static String weekdayAndDate(LocalDate date) {
        return date == null ? null : WEEKDAY.format(date) + " " + date(date);
    }

    /** For sentences in which the day of the week helps: such as "Thursday 3 December 2026 at 17:00". */
    public static String weekdayDateAndTime(Instant moment) {
        return moment == null
                ? null
                : "%s at %s"
                        .formatted(weekdayAndDate(moment.atZone(SchemeTime.ZONE).toLocalDate()), time(moment));
    }

    /** @return the address by which a telephone rings a number as people write it: "tel:+441154960000" for "+44 (0)115 496 0000" */
    public static String dial(String telephone) {
        return telephone == null
                ? null
                : "tel:" + telephone.replaceFirst("^(\\+[0-9 ]+)\\(0\\)", "$1").replaceAll("[^0-9+]", "");
    }

    /** @return such as "£1,250.00" */
    public static String pounds(BigDecimal amount) {
        return amount == null
                ? null
                : "%s£%s".formatted(amount.signum() < 0 ? "−" : "", String.format(Locale.UK, "%,.2f", amount.abs()));
    }

    /** @return without needless zeros: "7.5", "10", "1,250" */
    public static String number(Number number) {
        if (number == null) {
            return null;
        }
        BigDecimal shortest = new BigDecimal(number.toString()).stripTrailingZeros();
        return String.format(Locale.UK, "%,." + Math.max(0, shortest.scale()) + "f", shortest);
    }

    /** @return such as "7.5 hours" or "1 hour" */
    public static String hours(BigDecimal hours) {
        return count(hours, "hour");
    }

    /** @return such as "2.5 sessions", "8,226 rows" or "1 row" */
    public static String count(Number number, String thing) {
        return number == null ? null : "%s %s%s".formatted(number(number), thing, number.doubleValue() == 1 ? "" : "s");
    }

    /** @return the largest whole unit of it: "3 days", "1 hour", "20 minutes" */
    public static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return count(duration.toDays(), "day");
        }
        return duration.toHours() > 0
                ? count(duration.toHours(), "hour")
                : count(Math.max(0, duration.toMinutes()), "minute");
    }
}
