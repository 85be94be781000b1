package org.rovingpm.notification.returnedmail;

import java.util.Locale;
import java.util.Set;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.unbescape.html.HtmlEscape;

/** What an HTML mail says, as plain text: nothing of it is shown as HTML, followed or loaded. Quoted paragraphs begin with “> ”. */
final class HtmlText extends AbstractMarkupHandler {

    private static final MarkupParser PARSER = new MarkupParser(ParseConfiguration.htmlConfiguration());
    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "br",
            "dd",
            "div",
            "dl",
            "dt",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");

    private final StringBuilder text = new StringBuilder();
    private int unseen;
    private int quoted;

    private HtmlText() {}

    /** @return as much of it as can be read */
    static String of(String html) {
        HtmlText reader = new HtmlText();
        try {
            PARSER.parse(html, reader);
        } catch (ParseException broken) {
            reader.newLine();
        }
        return reader.text.toString().replaceAll("\n(?:>? *\n){2,}", "\n\n").strip();
    }

    private void newLine() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n').append("> ".repeat(quoted));
    }

    private void open(String name) {
        if (UNSEEN.contains(name)) {
            unseen++;
        } else if (name.equals("blockquote")) {
            quoted++;
        }
        if (name.equals("p")) {
            newLine();
        }
        if (BLOCKS.contains(name)) {
            newLine();
        } else if (name.equals("td") || name.equals("th")) {
            text.append(' ');
        }
        if (name.equals("li")) {
            text.append("- ");
        }
    }

    private void close(String name) {
        if (UNSEEN.contains(name)) {
            unseen = Math.max(0, unseen - 1);
        } else if (name.equals("blockquote")) {
            quoted = Math.max(0, quoted - 1);
        }
        if (BLOCKS.contains(name)) {
            newLine();
        }
    }

    private static String name(char[] buffer, int offset, int length) {
        return new String(buffer, offset, length).toLowerCase(Locale.ROOT);
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
        if (unseen > 0) {
            return;
        }
        String words = HtmlEscape.unescapeHtml(new String(buffer, offset, length))
                .replace('\u00A0', ' ')
                .replaceAll("\\s+", " ");
        boolean atBeginning =
                text.isEmpty() || text.charAt(text.length() - 1) == '\n' || text.charAt(text.length() - 1) == ' ';
        text.append(atBeginning ? words.stripLeading() : words);
    }

    @Override
    public void handleStandaloneElementStart(
            char[] buffer, int nameOffset, int nameLength, boolean minimized, int line, int column) {
        String name = name(buffer, nameOffset, nameLength);
        if (BLOCKS.contains(name)) {
            newLine();
        }
    }

    @Override
    public void handleOpenElementStart(char[] buffer, int nameOffset, int nameLength, int line, int column) {
        open(name(buffer, nameOffset, nameLength));
    }

    @Override
    public void handleAutoOpenElementStart(char[] buffer, int nameOffset, int nameLength, int line, int column) {
        open(name(buffer, nameOffset, nameLength));
    }

    @Override
    public void handleCloseElementStart(char[] buffer, int nameOffset, int nameLength, int line, int column) {
        close(name(buffer, nameOffset, nameLength));
    }

    @Override
    public void handleAutoCloseElementStart(char[] buffer, int nameOffset, int nameLength, int line, int column) {
        close(name(buffer, nameOffset, nameLength));
    }
}
