package org.rovingpm.reply;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What somebody wrote, and the earlier mails that their program put below it. Where they wrote between or below the quoted lines
 * nothing is taken apart, because what they wrote would be lost among it.
 *
 * @param words  what they wrote
 * @param quoted what stands below; null where nothing does
 */
record Quotation(String words, String quoted) {

    static Quotation split(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        return new Lines(lines)
                .beginOfQuotation()
                .filter(at -> !joined(lines.subList(0, at)).isEmpty())
                .mapToObj(at -> new Quotation(joined(lines.subList(0, at)), joined(lines.subList(at, lines.size()))))
                .findFirst()
                .orElse(new Quotation(text.strip(), null));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).strip();
    }

    /** The lines of a mail, looked at once. */
    private static final class Lines {

        private static final int LINES_OF_A_HEAD = 5;
        private static final int LINES_OF_AN_INTRODUCTION = 3;
        private static final Pattern NAMED_RULE = Pattern.compile(
                "\\s*-{3,}\\s*(Original Message|Forwarded message)\\s*-{3,}\\s*", Pattern.CASE_INSENSITIVE);
        private static final Pattern RULE = Pattern.compile("\\s*_{10,}\\s*");

        private final List<String> lines;
        private final int lastQuoted;
        private final int lastWritten;

        Lines(List<String> lines) {
            this.lines = lines;
            lastQuoted = last(true);
            lastWritten = last(false);
        }

        private int last(boolean quoted) {
            return IntStream.range(0, lines.size())
                    .filter(at -> !lines.get(at).isBlank() && lines.get(at).startsWith(">") == quoted)
                    .max()
                    .orElse(-1);
        }

        /** @return where the earlier mails begin; empty where nothing is quoted below what was written */
        IntStream beginOfQuotation() {
            return IntStream.range(0, lines.size()).filter(this::begins).limit(1);
        }

        private boolean begins(int at) {
            String line = lines.get(at);
            return NAMED_RULE.matcher(line).matches()
                    || RULE.matcher(line).matches() && isHead(at + 1)
                    || isHead(at)
                    || isIntroduction(at)
                    || line.startsWith(">") && onlyQuotedFrom(at);
        }

        /** “On 1 December 2026 at 09:12, Roving PM wrote:”, with either quoted lines alone below it or none. */
        private boolean isIntroduction(int at) {
            if (!lines.get(at).strip().startsWith("On ")) {
                return false;
            }
            for (int end = at; end < Math.min(at + LINES_OF_AN_INTRODUCTION, lines.size()); end++) {
                if (lines.get(end).strip().toLowerCase(Locale.ROOT).endsWith("wrote:")) {
                    return onlyQuotedFrom(end + 1) || lastQuoted <= end;
                }
            }
            return false;
        }

        /** The head of an earlier mail as Outlook writes it. */
        private boolean isHead(int at) {
            if (at >= lines.size() || !isField(lines.get(at), "From:")) {
                return false;
            }
            List<String> below = lines.subList(at + 1, Math.min(at + 1 + LINES_OF_A_HEAD, lines.size()));
            return below.stream().anyMatch(line -> isField(line, "Sent:") || isField(line, "Date:"))
                    && below.stream().anyMatch(line -> isField(line, "To:") || isField(line, "Subject:"));
        }

        private static boolean isField(String line, String name) {
            return line.strip().replace("*", "").regionMatches(true, 0, name, 0, name.length());
        }

        private boolean onlyQuotedFrom(int at) {
            return lastWritten < at;
        }
    }
}
