package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Colours stand in tokens.css alone, so that a change of one reaches every page and every web application. */
class ColoursTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TOKENS = RESOURCES.resolve("static/css/tokens.css");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DECLARED = Pattern.compile("(--[a-z-]+)\\s*:\\s*([^;}]+)");
    private static final Pattern USED = Pattern.compile("var\\((--[a-z-]+)\\)");
    private static final Pattern VALUE = Pattern.compile(":([^:;{}]+)(?=[;}])");
    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\\("
                    + "|(?<![-\\w])(?:black|white|gr[ae]y|silver|red|maroon|orange|yellow|gold|olive|lime|green|teal|aqua|cyan"
                    + "|blue|navy|purple|violet|magenta|fuchsia|pink|brown)(?![-\\w])");

    static List<Path> otherStylesheets() throws IOException {
        return files(".css").filter(file -> !file.equals(TOKENS)).toList();
    }

    @ParameterizedTest
    @MethodSource("otherStylesheets")
    void noOtherStylesheetNamesAColour(Path stylesheet) throws IOException {
        Stream<String> values = VALUE.matcher(read(stylesheet)).results().map(found -> found.group(1));
        assertThat(values.filter(value -> COLOUR.matcher(value).find())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("otherStylesheets")
    void everyTokenThatAStylesheetUsesIsThere(Path stylesheet) throws IOException {
        Set<String> known = new TreeSet<>(declared(TOKENS).keySet());
        known.addAll(declared(stylesheet).keySet());
        assertThat(known).containsAll(used(stylesheet));
    }

    @Test
    void everyTokenIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path stylesheet : otherStylesheets()) {
            used.addAll(used(stylesheet));
        }
        assertThat(used).containsAll(declared(TOKENS).keySet());
    }

    /** Where a browser or the drawing of a PDF cannot read them, a template repeats a token's value. */
    @Test
    void templatesUseNoOtherColours() throws IOException {
        Map<String, String> tokens = declared(TOKENS);
        for (Path template : files(".html").toList()) {
            Stream<String> colours = Pattern.compile("(?<=[ :\"])#[0-9a-fA-F]{3,8}(?=[;\" ])")
                    .matcher(Files.readString(template))
                    .results()
                    .map(MatchResult::group);
            assertThat(colours).as(template.toString()).isSubsetOf(tokens.values());
        }
        assertThat(Files.readString(RESOURCES.resolve("templates/web/layout.html")))
                .contains("<meta name=\"theme-color\" content=\"%s\">".formatted(tokens.get("--brand")));
    }

    private static Set<String> used(Path stylesheet) throws IOException {
        return USED.matcher(read(stylesheet))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> declared(Path stylesheet) throws IOException {
        Map<String, String> declared = new HashMap<>();
        DECLARED.matcher(read(stylesheet))
                .results()
                .forEach(found -> declared.put(found.group(1), found.group(2).strip()));
        return declared;
    }

    private static String read(Path stylesheet) throws IOException {
        return COMMENT.matcher(Files.readString(stylesheet)).replaceAll("");
    }

    private static Stream<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            return all
                    .filter(file -> file.toString().endsWith(ending) && !file.startsWith("src/test"))
                    .toList()
                    .stream();
        }
    }
}
