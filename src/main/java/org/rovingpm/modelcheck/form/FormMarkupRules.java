package org.rovingpm.modelcheck.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rovingpm.modelcheck.file.Findings;

/**
 * What a form shows as text is marked up plainly: nothing of it can run, load something from elsewhere or send something there.
 * Tasklist cleans it as well, with a library that has known holes; what is let through here is written so plainly that there is
 * nothing to clean.
 */
class FormMarkupRules {

    private static final Set<String> PLAIN = Set.of(
            "a",
            "b",
            "blockquote",
            "br",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "u",
            "ul");

    private static final Set<String> ATTRIBUTES = Set.of("colspan", "href", "rowspan", "scope", "title");

    /** A tag as everybody writes it, with every value in quotation marks. What a browser would still understand as one is none here. */
    private static final Pattern TAG =
            Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[a-zA-Z]+=\"[^\"<>]*\")*)\\s*/?>");

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([a-zA-Z]+)=\"([^\"<>]*)\"");

    /** In Markdown. */
    private static final Pattern ADDRESS_AS_LINK = Pattern.compile("<((https?://|mailto:)[^\\s<>\"{]+)>");

    /** Where a browser may see a tag: before anything but a space, a digit or an equals sign. */
    private static final Pattern START = Pattern.compile("<(?![\\s\\d=]|$)");

    /** Of links and pictures in Markdown: in brackets behind the text, or on a line of its own. */
    private static final Pattern TARGET =
            Pattern.compile("]\\(\\s*<?([^)\\s>]*)|^[ >*+-]*\\[[^\\]]+\\]:\\s*<?([^\\s>]+)", Pattern.MULTILINE);

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private static final Pattern TEXT_IN_EXPRESSION = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final Pattern HARMLESS =
            Pattern.compile("(https?://|mailto:|tel:|#|/(?![/\\\\])).*|/|", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern OWN = Pattern.compile("/(?![/\\\\]).*");
    private static final Pattern WITHIN =
            Pattern.compile("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]+", Pattern.CASE_INSENSITIVE);

    private static final int QUOTED = 40;

    private FormMarkupRules() {}

    /** @param label null if the part has none */
    static void check(JsonNode part, String id, String label, Findings to) {
        switch (part.path("type").asText()) {
            case "text" -> text(part.path("text").asText(""), true, id, label, to);
            case "html" -> text(part.path("content").asText(""), false, id, label, to);
            case "image" -> picture(part.path("source").asText(""), id, label, to);
            default -> {
                // Tasklist shows the texts of other parts letter by letter
            }
        }
    }

    private static void text(String text, boolean markdown, String id, String label, Findings to) {
        mark(text)
                .ifPresent(mark -> to.problem(
                        id,
                        label,
                        "has “%s” in its text, which could run something, load it from elsewhere or send something there: use headings, lists, tables, bold and links only, each written plainly."
                                .formatted(shortened(mark))));
        target(text, markdown)
                .ifPresent(target -> to.problem(
                        id,
                        label,
                        "has a link or a picture from “%s”: let a link begin with https://, mailto: or tel:, or with / for a page of this application, and take a picture that this application has."
                                .formatted(shortened(target))));
    }

    /** @return the first mark that is not plain */
    private static Optional<String> mark(String text) {
        if (text.startsWith("=")) {
            return made(text);
        }
        Matcher template = TEMPLATE.matcher(text);
        while (template.find()) {
            Optional<String> made = made(template.group(1));
            if (made.isPresent()) {
                return made;
            }
        }
        // An expression may be empty when the text is shown, so that what is before it and behind it comes together
        String written = TEMPLATE.matcher(text).replaceAll("{}");
        Matcher start = START.matcher(written);
        while (start.find()) {
            String rest = written.substring(start.start());
            if (!ADDRESS_AS_LINK.matcher(rest).lookingAt() && !isPlain(rest)) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }

    private static boolean isPlain(String rest) {
        Matcher tag = TAG.matcher(rest);
        if (!tag.lookingAt() || !PLAIN.contains(tag.group(1).toLowerCase(Locale.ROOT))) {
            return false;
        }
        Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
        while (attribute.find()) {
            String name = attribute.group(1).toLowerCase(Locale.ROOT);
            if (!ATTRIBUTES.contains(name) || attribute.group(2).contains("{")) {
                return false;
            }
        }
        return true;
    }

    /** @return the first address that leads where none should */
    private static Optional<String> target(String text, boolean markdown) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            if (attribute.group(1).equalsIgnoreCase("href")
                    && !HARMLESS.matcher(attribute.group(2).strip()).matches()) {
                return Optional.of(attribute.group(2));
            }
        }
        if (markdown) {
            Pattern allowed = text.contains("![") ? OWN : HARMLESS;
            Matcher target = TARGET.matcher(text);
            while (target.find()) {
                String address = target.group(1) == null ? target.group(2) : target.group(1);
                if (!allowed.matcher(address).matches()) {
                    return Optional.of(address);
                }
            }
        }
        return Optional.empty();
    }

    private static void picture(String source, String id, String label, Findings to) {
        if (!source.isBlank()
                && !OWN.matcher(source).matches()
                && !WITHIN.matcher(source).matches()) {
            to.problem(
                    id,
                    label,
                    "is a picture from “%s”, where whoever opens the form would be noticed: put the picture itself into the form, or take one that this application has."
                            .formatted(shortened(source)));
        }
    }

    /** @return the first text of an expression that has, or spells out, the beginning of a tag */
    private static Optional<String> made(String expression) {
        return TEXT_IN_EXPRESSION
                .matcher(expression)
                .results()
                .map(MatchResult::group)
                .filter(text ->
                        text.contains("<") || text.toLowerCase(Locale.ROOT).contains("\\u"))
                .findFirst();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
    }
}
