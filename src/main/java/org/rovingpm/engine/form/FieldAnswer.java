package org.rovingpm.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.rovingpm.engine.DeployedForm.Field;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.submission.MailAddress;

/**
 * The answer to one field of a form.
 *
 * @param value for gateways; null if there is none
 * @param text  as people read it; null if there is none
 */
record FieldAnswer(Object value, String text) {

    private static final FieldAnswer NONE = new FieldAnswer(null, null);
    private static final int LONGEST = 5000;
    private static final int MOST = 50;
    private static final int LONGEST_LIST = 20_000;

    /** A value that the field does not allow; the message says what to do. */
    static class Wrong extends Exception {

        Wrong(String sentence) {
            super(sentence);
        }
    }

    static FieldAnswer of(Field field, Object submitted) throws Wrong {
        Object raw = submitted instanceof String text ? text.strip() : submitted;
        boolean ticked = field.type().equals("checkbox");
        if (raw == null || "".equals(raw) || raw instanceof Collection<?> list && list.isEmpty()) {
            refuseIf(field.rules().path("required").asBoolean() && !field.conditional(), "answer this.");
            return ticked ? new FieldAnswer(false, null) : NONE;
        }
        return switch (field.type()) {
            case "checkbox" -> tick(field, raw);
            case "radio", "select" -> choice(field, raw);
            case "checklist", "taglist" -> choices(field, raw);
            case "number" -> number(field, raw);
            case "datetime" -> time(raw);
            case "dynamiclist" -> entries(field, raw);
            default -> text(field, raw);
        };
    }

    private static FieldAnswer tick(Field field, Object raw) throws Wrong {
        refuseIf(!(raw instanceof Boolean), "tick it or leave it.");
        refuseIf(
                Boolean.FALSE.equals(raw) && field.rules().path("required").asBoolean() && !field.conditional(),
                "tick this.");
        return new FieldAnswer(raw, Boolean.TRUE.equals(raw) ? "Yes" : "No");
    }

    private static FieldAnswer choice(Field field, Object raw) throws Wrong {
        String chosen =
                raw instanceof Number number ? new BigDecimal(number.toString()).toPlainString() : String.valueOf(raw);
        String label = field.labelOf(chosen).orElseThrow(() -> new Wrong("choose one of the answers offered."));
        return new FieldAnswer(chosen, label);
    }

    private static FieldAnswer choices(Field field, Object raw) throws Wrong {
        refuseIf(
                !(raw instanceof Collection<?>) || ((Collection<?>) raw).size() > MOST,
                "choose among the answers offered.");
        List<String> chosen =
                ((Collection<?>) raw).stream().map(String::valueOf).toList();
        refuseIf(!field.choices().containsAll(chosen), "choose among the answers offered.");
        return new FieldAnswer(
                null,
                chosen.stream().map(value -> field.labelOf(value).orElse(value)).collect(Collectors.joining(", ")));
    }

    private static FieldAnswer number(Field field, Object raw) throws Wrong {
        BigDecimal number;
        try {
            refuseIf(
                    !(raw instanceof Number) && !(raw instanceof String)
                            || raw.toString().length() > 20,
                    "give a number.");
            number = new BigDecimal(raw.toString()).stripTrailingZeros();
        } catch (NumberFormatException none) {
            throw new Wrong("give a number.");
        }
        JsonNode rules = field.rules();
        refuseIf(
                rules.hasNonNull("min") && number.compareTo(rules.get("min").decimalValue()) < 0,
                "give %s or more.".formatted(rules.path("min").asText()));
        refuseIf(
                rules.hasNonNull("max") && number.compareTo(rules.get("max").decimalValue()) > 0,
                "give %s or less.".formatted(rules.path("max").asText()));
        int decimals = field.json().path("decimalDigits").asInt(10);
        refuseIf(
                number.scale() > decimals,
                decimals == 0 ? "give a whole number." : "give at most %d decimals.".formatted(decimals));
        return new FieldAnswer(null, number.toPlainString());
    }

    private static FieldAnswer time(Object raw) throws Wrong {
        String text = String.valueOf(raw);
        try {
            if (text.length() == 10) {
                return new FieldAnswer(null, BritishFormat.date(LocalDate.parse(text)));
            }
            return new FieldAnswer(
                    null,
                    text.contains("T")
                            ? BritishFormat.dateAndTime(
                                    OffsetDateTime.parse(text).toInstant())
                            : LocalTime.parse(text).toString());
        } catch (DateTimeException none) {
            throw new Wrong("give a real date or time.");
        }
    }

    private static FieldAnswer text(Field field, Object raw) throws Wrong {
        refuseIf(!(raw instanceof String || raw instanceof Number || raw instanceof Boolean), "write a text.");
        // A line break of two characters is one letter
        String text = raw.toString().replace("\r\n", "\n");
        JsonNode rules = field.rules();
        int longest = Math.min(rules.path("maxLength").asInt(LONGEST), LONGEST);
        refuseIf(
                text.length() > longest,
                "write %s characters or fewer (these are %s)."
                        .formatted(BritishFormat.number(longest), BritishFormat.number(text.length())));
        refuseIf(
                text.length() < rules.path("minLength").asInt(0),
                "write %s characters or more."
                        .formatted(BritishFormat.number(rules.path("minLength").asInt())));
        refuseIf(
                rules.path("validationType").asText().equals("email")
                        && !MailAddress.FORM.matcher(text).matches(),
                "give an e-mail address.");
        refuseIf(!fits(rules.path("pattern").asText(""), text), "this does not have the expected form.");
        refuseIf(
                text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c)),
                "type it again instead of pasting it.");
        return new FieldAnswer(null, text);
    }

    /** One line an entry. Empty entries, which the form shows at first, are left out. */
    private static FieldAnswer entries(Field list, Object raw) throws Wrong {
        refuseIf(!(raw instanceof Collection<?>), "give entries with their fields.");
        refuseIf(((Collection<?>) raw).size() > MOST, "give %d entries or fewer.".formatted(MOST));
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Object sent : (Collection<?>) raw) {
            number++;
            refuseIf(!(sent instanceof Map<?, ?>), "give entries with their fields.");
            Map<?, ?> entry = (Map<?, ?>) sent;
            if (!entry.values().stream().allMatch(FieldAnswer::isLeft)) {
                lines.add("%d. %s".formatted(lines.size() + 1, entry(list, entry, number)));
            }
        }
        String text = String.join("\n", lines);
        refuseIf(
                text.length() > LONGEST_LIST,
                "write %s characters or fewer in all (these are %s)."
                        .formatted(BritishFormat.number(LONGEST_LIST), BritishFormat.number(text.length())));
        return lines.isEmpty() ? NONE : new FieldAnswer(null, text);
    }

    private static String entry(Field list, Map<?, ?> entry, int number) throws Wrong {
        Set<String> known = list.entry().stream().map(Field::key).collect(Collectors.toSet());
        refuseIf(
                entry.keySet().stream().anyMatch(name -> !known.contains(String.valueOf(name))),
                "entry %d has an unknown field.".formatted(number));
        List<String> said = new ArrayList<>();
        for (Field field : list.entry()) {
            try {
                String text = of(field, entry.get(field.key())).text();
                if (text != null) {
                    said.add(field.label() + (field.label().endsWith("?") ? " " : ": ") + text);
                }
            } catch (Wrong wrong) {
                throw new Wrong("entry %d, “%s”: %s".formatted(number, field.label(), wrong.getMessage()));
            }
        }
        return String.join("; ", said);
    }

    private static boolean isLeft(Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> list && list.isEmpty();
    }

    private static boolean fits(String pattern, String text) {
        try {
            return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException noPatternForUs) {
            return true;
        }
    }

    private static void refuseIf(boolean wrong, String sentence) throws Wrong {
        if (wrong) {
            throw new Wrong(sentence);
        }
    }
}
