package org.rovingpm.web;

import java.util.List;
import java.util.Locale;

/** A date typed as day, month and year; the month as a number or by its English name. */
final class TypedDate {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private TypedDate() {}

    /** @return the date as ISO text; what cannot be one is handed on as it was typed, to be refused like any other bad date */
    static String read(String day, String month, String year) {
        String number = number(month);
        return day.matches("[0-9]{1,2}") && number.matches("[0-9]{1,2}") && year.matches("[0-9]{4}")
                ? "%s-%s-%s".formatted(year, two(number), two(day))
                : "%s/%s/%s".formatted(day, month, year);
    }

    private static String number(String month) {
        int named =
                month.length() < 3 ? -1 : MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT));
        return named < 0 ? month : Integer.toString(named + 1);
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
