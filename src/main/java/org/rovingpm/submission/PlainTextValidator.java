package org.rovingpm.submission;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.rovingpm.format.BritishFormat;

/** Holds text to the rule of {@link PlainText}. */
public class PlainTextValidator implements ConstraintValidator<PlainText, String> {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\r\\t]]|\\p{Cs}");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\n\\r\\t\\u2028\\u2029]");
    private static final Pattern HTML = Pattern.compile("<\\s*[/!?]?\\s*[A-Za-z]|<!--|&#x?[0-9A-Fa-f]+;");

    private PlainText rule;

    @Override
    public void initialize(PlainText rule) {
        this.rule = rule;
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        String problem = problemOf(text);
        if (problem == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(rule.label() + problem).addConstraintViolation();
        return false;
    }

    private String problemOf(String text) {
        if (text.length() > rule.max()) {
            return " must be %s characters or fewer: shorten it (it has %s)."
                    .formatted(BritishFormat.number(rule.max()), BritishFormat.number(text.length()));
        }
        if (UNPRINTABLE.matcher(text).find()) {
            return " contains characters that cannot be shown: type it again instead of pasting it.";
        }
        if (rule.oneLine() && LINE_BREAKS.matcher(text).find()) {
            return " must be on one line: take the line breaks out.";
        }
        if (HTML.matcher(text).find()) {
            return " contains HTML: write it in plain words, without tags such as <b>.";
        }
        return null;
    }
}
