package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People and cases are chosen from lists that name them: no form and no page asks for a user id or the number of a case to be typed,
 * because a slip would mean somebody else. A search box may take both: it shows what it has found before anything is done.
 */
class ChosenNotTypedTest {

    private static final Path FORMS = Path.of("forms");
    private static final Path PAGES = Path.of("src/main/resources/templates");
    private static final List<Path> SCRIPTS =
            List.of(Path.of("src/main/resources/static/js"), Path.of("src/main/resources/plugin-webapp"));

    private static final Set<String> TYPED = Set.of("textfield", "textarea", "number");

    /** Whoever signs in says who they are. */
    private static final Set<String> OWN_NAME = Set.of("access/sign-in.html", "account/forgotten-password.html");

    /** A confidential case does not exist for whoever opens it in an emergency: a list would give it away. */
    private static final String IN_AN_EMERGENCY = "hiddencase/confidential-cases.html";

    private static final Pattern ASKS = Pattern.compile(
            "\\b(user ?names?|user ids?|case (number|reference)|number of the case)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_SO = Pattern.compile(
            "(?i)(user(name|_?id)?|person|to_?person|assignee|deputy|pm|case|reference|case_?(reference|number))");

    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea)\\b[^>]*>");
    private static final Pattern SCRIPTED = Pattern.compile("createElement\\('(?:input|textarea)'\\)[^;]*");
    private static final Pattern NOT_TYPED =
            Pattern.compile("type[=:] ?[\"'](hidden|checkbox|radio|file|date|search|submit|password)[\"']");
    private static final Pattern NAME = Pattern.compile("(?<!:)\\bname=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("(?<!:)\\bid=\"([^\"]*)\"");

    @Test
    void noFormAsksForOne() throws IOException {
        List<String> asking = new ArrayList<>();
        try (Stream<Path> forms = Files.list(FORMS)) {
            for (Path form : forms.toList()) {
                ask(form.getFileName().toString(), new ObjectMapper().readTree(form.toFile()), asking);
            }
        }
        assertThat(asking).isEmpty();
    }

    private static void ask(String form, JsonNode parent, List<String> asking) {
        for (JsonNode field : parent.path("components")) {
            if (TYPED.contains(field.path("type").asText())
                    && (ASKS.matcher(field.path("label").asText()).find()
                            || ASKS.matcher(field.path("description").asText()).find()
                            || NAMED_SO.matcher(field.path("key").asText()).matches())) {
                asking.add(form + ": " + field.path("label").asText());
            }
            ask(form, field, asking);
        }
    }

    @Test
    void noPageAsksForOne() throws IOException {
        List<String> asking = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(PAGES)) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".html")).toList()) {
                String name = PAGES.relativize(page).toString();
                if (!OWN_NAME.contains(name) && !name.equals(IN_AN_EMERGENCY)) {
                    typedFields(Files.readString(page)).forEach(field -> asking.add(name + ": " + field));
                }
            }
        }
        assertThat(asking).isEmpty();
    }

    /** The fields of a page into which somebody would type a user id or the number of a case. */
    private static List<String> typedFields(String page) {
        return FIELD.matcher(page)
                .results()
                .map(found -> found.group())
                .filter(field -> !NOT_TYPED.matcher(field).find())
                .filter(field -> NAMED_SO.matcher(first(NAME, field)).matches()
                        || ASKS.matcher(labelOf(field, page)).find())
                .toList();
    }

    private static String labelOf(String field, String page) {
        String id = first(ID, field);
        return id.isEmpty()
                ? field
                : first(Pattern.compile("<label for=\"" + Pattern.quote(id) + "\"[^>]*>(.*?)</label>"), page);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @Test
    void noScriptAsksForOne() throws IOException {
        List<String> asking = new ArrayList<>();
        for (Path scripts : SCRIPTS) {
            try (Stream<Path> files = Files.walk(scripts)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".js")).toList()) {
                    SCRIPTED.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group())
                            .filter(made -> !NOT_TYPED.matcher(made).find())
                            .filter(made -> ASKS.matcher(made).find() || made.contains("'person'"))
                            .forEach(made -> asking.add(file + ": " + made));
                }
            }
        }
        assertThat(asking).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<label for=\"who\">User name</label><input id=\"who\" name=\"who\" maxlength=\"64\">",
                "<label for=\"c\">Case number</label><input id=\"c\" name=\"c\" type=\"text\">",
                "<label for=\"p\">Whose</label><input id=\"p\" name=\"person\">",
                "<input name=\"assignee\" type=\"text\">"
            })
    void aFieldThatAsksForOneIsSeen(String page) {
        assertThat(typedFields(page)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<label for=\"q\">Case number or practice</label><input id=\"q\" name=\"q\" type=\"search\">",
                "<input type=\"hidden\" name=\"person\" value=\"x\">",
                "<label for=\"name\">Name</label><input id=\"name\" name=\"name\">"
            })
    void otherFieldsAreNot(String page) {
        assertThat(typedFields(page)).isEmpty();
    }
}
