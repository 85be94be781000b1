package org.rovingpm.notification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.rovingpm.calendar.SchemeTime;

/** Values as messages say them. */
public final class MessageText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'at' HH:mm", Locale.UK)
            .withZone(SchemeTime.ZONE);

    private MessageText() {}

    /** @return such as "Monday 23 November 2026"; null for no date */
    public static String date(LocalDate date) {
        return date == null ? null : DATE.format(date);
    }

    /** @return such as "Monday 23 November 2026 at 09:30", in London */
    public static String time(Instant moment) {
        return moment == null ? null : TIME.format(moment);
    }

    /** @return the number without needless zeros */
    public static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
