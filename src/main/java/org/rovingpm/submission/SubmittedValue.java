package org.rovingpm.submission;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rovingpm.choice.Choice;
import org.rovingpm.choice.ChoiceList;
import org.rovingpm.choice.ChoiceLists;

/** One submitted value and its reading as the type that a field asks for. */
record SubmittedValue(String name, Object raw, ChoiceLists lists) {

    private static final int MOST_ENTRIES = 50;
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\u200B-\\u200F\\u2060\\uFEFF]*");
    private static final Pattern ABBREVIATION = Pattern.compile("\\b(cqc|dbs|ods|pm|rag)\\b");

    /** Reads an entry of a list of records. */
    interface EntryReader {
        Object read(Class<? extends Record> type, Map<String, ?> entry, int index);
    }

    /** @return the value, or null if nothing was submitted */
    Object as(Type type, EntryReader entries) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return asList(list.getActualTypeArguments()[0], entries);
        }
        Object value = raw instanceof String text ? blankToNull(text) : raw;
        if (value == null) {
            return null;
        }
        Class<?> target = (Class<?>) type;
        if (target.isEnum()) {
            return asConstant(target, value);
        }
        if (Choice.class.isAssignableFrom(target)) {
            return asChoice(lists.of(target), value);
        }
        if (target == String.class) {
            return asText(value);
        }
        if (target == Boolean.class) {
            return asAnswer(value);
        }
        if (target == Integer.class) {
            return asWholeNumber(value);
        }
        if (target == BigDecimal.class) {
            return asNumber(value);
        }
        if (target == LocalDate.class) {
            return asDate(value);
        }
        throw new IllegalStateException("No reading of a submitted value as " + target);
    }

    private List<?> asList(Type element, EntryReader entries) {
        if (raw == null || raw instanceof String text && blankToNull(text) == null) {
            return List.of();
        }
        if (!(raw instanceof Collection<?> collection)) {
            throw unreadable("must be a list");
        }
        if (collection.size() > MOST_ENTRIES) {
            throw unreadable("may have at most " + MOST_ENTRIES + " entries");
        }
        List<Object> read = new ArrayList<>();
        for (Object entry : collection) {
            read.add(asEntry((Class<?>) element, entry, entries, read.size()));
        }
        return Choice.class.isAssignableFrom((Class<?>) element) ? inOrder(lists.of((Class<?>) element), read) : read;
    }

    /** Each once, in the order in which they are offered. */
    private static List<?> inOrder(ChoiceList<?> list, List<Object> chosen) {
        return list.all().stream().filter(chosen::contains).toList();
    }

    @SuppressWarnings("unchecked")
    private Object asEntry(Class<?> element, Object entry, EntryReader entries, int index) {
        if (!element.isRecord()) {
            Object read = new SubmittedValue(name, entry, lists).as(element, entries);
            if (read == null) {
                throw unreadable("has an empty entry: fill it in or take it out");
            }
            return read;
        }
        if (!(entry instanceof Map<?, ?> fields)) {
            throw unreadable("has an entry that cannot be read: enter it again");
        }
        return entries.read((Class<? extends Record>) element, (Map<String, ?>) fields, index);
    }

    private String asText(Object value) {
        if (value instanceof String text) {
            return withPlainLineBreaks(text);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw unreadable("must be text");
    }

    private Boolean asAnswer(Object value) {
        if (value instanceof Boolean answer) {
            return answer;
        }
        if ("true".equals(value)) {
            return true;
        }
        if ("false".equals(value)) {
            return false;
        }
        throw unreadable("must be answered with yes or no");
    }

    private Integer asWholeNumber(Object value) {
        try {
            return asNumber(value).intValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            throw unreadable("must be a whole number, such as 12");
        }
    }

    private BigDecimal asNumber(Object value) {
        try {
            if (value instanceof Number
                    || value instanceof String && value.toString().length() <= 20) {
                BigDecimal number = new BigDecimal(value.toString().strip().replace(",", ""));
                if (number.precision() <= 20 && Math.abs(number.scale()) <= 20) {
                    return number;
                }
            }
        } catch (NumberFormatException notANumber) {
            throw unreadable("must be a number, such as 12 or 7.5");
        }
        throw unreadable("must be a number, such as 12 or 7.5");
    }

    private LocalDate asDate(Object value) {
        try {
            LocalDate date = LocalDate.parse(value.toString());
            if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                return date;
            }
        } catch (DateTimeParseException notADate) {
            throw unreadable("must be a real date, such as 27/03/2026");
        }
        throw unreadable("must be a date between 1900 and 2200");
    }

    private Object asConstant(Class<?> choices, Object value) {
        for (Object choice : choices.getEnumConstants()) {
            if (((Enum<?>) choice).name().equals(value)) {
                return choice;
            }
        }
        throw unreadable("must be one of the choices offered");
    }

    private Choice asChoice(ChoiceList<?> list, Object value) {
        Choice choice = list.find(value.toString()).orElseThrow(() -> unreadable("must be one of the choices offered"));
        if (!choice.inUse()) {
            throw new UnreadableValue(
                    "“%s” is no longer offered: choose again among what is.".formatted(choice.label()));
        }
        return choice;
    }

    private UnreadableValue unreadable(String rule) {
        return new UnreadableValue(label() + " " + rule + ".");
    }

    /** "sessionsAWeek" as a person reads it: "Sessions a week". */
    private String label() {
        String spaced = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        Matcher abbreviation = ABBREVIATION.matcher(spaced);
        spaced = abbreviation.replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** Some send two characters for a line break, which would count twice. */
    private static String withPlainLineBreaks(String text) {
        return text.replace("\r\n", "\n");
    }

    private static String blankToNull(String text) {
        return INVISIBLE.matcher(text).matches() ? null : text.strip();
    }
}
