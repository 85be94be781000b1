package org.rovingpm.badinput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.model.PackagedForm;
import org.rovingpm.fixture.model.PackagedForm.Field;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.SupportCaseProcess;

/**
 * The bad input that a form can get over HTTP, made from the form's own fields, so that a new field is tried by itself.
 *
 * <table>
 * <caption>What is tried, at both doors of the REST API</caption>
 * <tr><td>Every field</td><td>a Java object, a file, bytes, an XML value, an unknown type, a type that does not fit, null instead of a
 * value, an object and a deeply nested list where neither belongs; each required field missing, empty, blank, invisible</td></tr>
 * <tr><td>Texts</td><td>100,000 characters, one more than allowed, a null byte, a bell, an escape, direction overrides and isolates, half
 * a surrogate pair, script, img with onerror, bold, a comment, a numeric character reference, a list, an object</td></tr>
 * <tr><td>Numbers</td><td>words, an answer, NaN, infinity, 1e999, 400 digits, negative, a billion, one below the least, one above the
 * most, too many decimals, a fraction of a whole number, a list</td></tr>
 * <tr><td>Dates</td><td>the year 0, 30 February, 31 June, the years 9999 and 1066, slashes, a time, a number, an answer, words, a list</td></tr>
 * <tr><td>Choices</td><td>unknown, in small letters, with a control character, the position, an answer, a list</td></tr>
 * <tr><td>Boxes</td><td>words, "yes", a number, a list, an object</td></tr>
 * <tr><td>Checklists</td><td>a text, an unknown choice, an empty entry, an object, a list in a list, 10,000 entries, broken JSON</td></tr>
 * <tr><td>Lists of entries</td><td>a text, an empty list, 10,000 entries, entries that are texts, numbers, nothing or lists, unknown and
 * missing fields, and every bad text in every field of an entry</td></tr>
 * <tr><td>The whole form</td><td>nothing, no variables, null, a list, broken JSON, bare NaN, 100,000 levels, 2 MB, unknown fields, names of
 * process variables and of engine internals, HTML and control characters as names, everything wrong at once</td></tr>
 * </table>
 */
public final class BadInput {

    /** One bad submission: what is wrong with it, and the body to send. */
    record Attempt(String kind, String body) {}

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final Map<String, String> TEXTS = texts();
    private static final List<String> RESERVED = List.of(
            "caseReference",
            "practiceName",
            "rag",
            CaseVariables.ROVING_PM,
            JobPlanApprovalProcess.Variables.PLAN_ID,
            SupportCaseProcess.Variables.REQUEST_OUTCOME,
            JobPlanApprovalProcess.Variables.PLAN_AGREED,
            ManagerMatchingProcess.Variables.PM_MATCHED,
            ManagerMatchingProcess.Variables.OFFER_EXPIRES_AT,
            WeeklyCheckInProcess.Variables.WEEK_ENDS_AT,
            "rovingPmSubmission",
            "caseSummary",
            "execution",
            "task",
            "camunda_version",
            "__proto__",
            "class",
            "");

    private final PackagedForm form;
    private final Map<String, Object> good;
    private final List<Attempt> attempts = new ArrayList<>();

    private BadInput(PackagedForm form, Map<String, Object> good) {
        this.form = form;
        this.good = good;
    }

    /** Everything that can be wrong with this form, each thing changed in a submission that is good otherwise. */
    static List<Attempt> of(PackagedForm form, Map<String, Object> good) {
        BadInput bad = new BadInput(form, good);
        form.fields().forEach(bad::field);
        bad.names();
        bad.everythingAtOnce();
        bad.bodies();
        return bad.attempts;
    }

    /** The body of a submission, each value with the type that Tasklist gives it. */
    public static String body(Map<String, Object> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, typed(value)));
        return json(Map.of("variables", variables));
    }

    private void field(Field field) {
        String name = field.name();
        if (field.required() && !field.conditional()) {
            Map<String, Object> without = new LinkedHashMap<>(good);
            without.remove(name);
            attempts.add(new Attempt(name + ": missing", body(without)));
            raw(name, "null", Collections.singletonMap("value", null));
            value(name, "empty", "");
            value(name, "blank", " \t\n ");
            value(name, "invisible", "\u00A0\u200B\u2003");
        }
        switch (field.type()) {
            case "textfield", "textarea" -> text(field);
            case "number" -> number(field);
            case "datetime" -> date(name);
            case "checkbox" -> values(name, "maybe", "yes", 1, List.of(true), Map.of("value", true));
            case "checklist" -> checklist(name);
            case "dynamiclist" -> entries(field);
            default -> choice(field);
        }
        types(name);
    }

    private void text(Field field) {
        TEXTS.forEach((kind, text) -> value(field.name(), kind, text));
        value(field.name(), "one more than allowed", "x".repeat(field.maxLength() + 1));
        values(field.name(), List.of("a", "b"), Map.of("a", "b"));
    }

    private void number(Field field) {
        String name = field.name();
        values(
                name,
                "many",
                true,
                "NaN",
                "Infinity",
                "1e999",
                "9".repeat(400),
                -1,
                "-0.01",
                1_000_000_000_000L,
                "0x10",
                "1;2",
                "1e-19",
                List.of(1),
                field.limit("min").subtract(BigDecimal.ONE),
                field.limit("max").add(new BigDecimal("0.01")),
                "1.23456789");
        raw(name, "infinity as a double", Map.of("value", "1e999", "type", "Double"));
        raw(name, "NaN as a double", Map.of("value", "NaN", "type", "Double"));
        raw(name, "a long that is none", Map.of("value", "9".repeat(30), "type", "Long"));
        if (field.json().path("decimalDigits").asInt() == 0) {
            values(name, 2.5);
        }
    }

    private void date(String name) {
        values(
                name,
                "0000-00-00",
                "2026-02-30",
                "2026-06-31",
                "9999-12-31",
                "1066-10-14",
                "27/03/2026",
                "2026-11-23T09:00:00Z",
                20261123,
                true,
                "tomorrow",
                "<b>today</b>",
                List.of("2026-11-23"));
        raw(name, "a date of the engine", Map.of("value", "2026-11-23T09:00:00.000+0000", "type", "Date"));
    }

    private void choice(Field field) {
        String name = field.name();
        values(name, "NO_SUCH", "\u0000", "<script>alert(1)</script>", List.of("A"), Map.of("a", "b"));
        value(name, "100,000 characters", "A".repeat(100_000));
        if (!field.choices().isEmpty() && !field.choices().get(0).matches("\\d")) {
            values(
                    name,
                    field.choices().get(0).toLowerCase(Locale.ROOT),
                    field.choices().get(0) + "\u0007",
                    0,
                    true);
        }
    }

    private void checklist(String name) {
        values(
                name,
                "CQC",
                5,
                true,
                List.of("NO_SUCH"),
                Collections.singletonList(null),
                List.of(""),
                List.of(Map.of("a", 1)),
                List.of(List.of("CQC")),
                Collections.nCopies(10_000, "CQC"),
                Map.of("0", "CQC"));
    }

    private void entries(Field list) {
        String name = list.name();
        values(
                name,
                "text",
                5,
                Collections.nCopies(10_000, entry(list)),
                List.of("text"),
                List.of(1),
                Collections.singletonList(null),
                List.of(List.of(entry(list))),
                List.of(Map.of()),
                entry(list));
        if (list.required()) {
            values(name, List.of());
        }
        values(name, List.of(with(entry(list), "caseReference", "RPM-2026-0001")));
        for (Field field : list.entry()) {
            TEXTS.forEach((kind, text) ->
                    value(name + "[0]." + field.name(), kind, List.of(with(entry(list), field.name(), text))));
            for (Object wrong : List.of(List.of("a"), Map.of("a", 1), "")) {
                values(name, List.of(with(entry(list), field.name(), wrong)));
            }
            if (field.maxLength() != null) {
                values(name, List.of(with(entry(list), field.name(), "x".repeat(field.maxLength() + 1))));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> entry(Field list) {
        return good.get(list.name()) instanceof List<?> entries
                ? (Map<String, Object>) entries.get(0)
                : Map.of(list.entry().get(0).name(), "One", list.entry().get(1).name(), "Two");
    }

    private static Map<String, Object> with(Map<String, Object> entry, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(entry);
        changed.put(name, value);
        return changed;
    }

    private void types(String name) {
        Map<String, Object> serialized = Map.of(
                "objectTypeName",
                "java.util.ArrayList",
                "serializationDataFormat",
                "application/x-java-serialized-object");
        raw(
                name,
                "a serialised Java object",
                Map.of("value", "rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0", "type", "Object", "valueInfo", serialized));
        raw(
                name,
                "a Java object as JSON",
                Map.of(
                        "value",
                        "[]",
                        "type",
                        "Object",
                        "valueInfo",
                        Map.of(
                                "objectTypeName",
                                "java.util.ArrayList",
                                "serializationDataFormat",
                                "application/json")));
        raw(
                name,
                "a file",
                Map.of(
                        "value",
                        "PGI+",
                        "type",
                        "File",
                        "valueInfo",
                        Map.of("filename", "<b>.html", "mimetype", "text/html")));
        raw(name, "a file without content", Map.of("value", 5, "type", "File"));
        raw(name, "bytes", Map.of("value", "AAAA", "type", "Bytes"));
        raw(name, "XML", Map.of("value", "<a/>", "type", "Xml"));
        raw(name, "broken JSON", Map.of("value", "{\"a\":", "type", "Json"));
        raw(name, "nested JSON", Map.of("value", "[".repeat(5_000) + "]".repeat(5_000), "type", "Json"));
        raw(name, "an unknown type", Map.of("value", "x", "type", "<script>Nonsense</script>"));
        raw(name, "a type that does not fit", Map.of("value", "twelve", "type", "Integer"));
        raw(name, "an object without a type", Map.of("value", Map.of("a", Map.of("b", List.of(1)))));
        raw(name, "something else than a value", null);
        raw(name, "a bare text", "text");
    }

    private void names() {
        List<String> own = form.fields().stream().map(Field::name).toList();
        for (String name : RESERVED) {
            if (!own.contains(name)) {
                value(name, "not a field", "x");
            }
        }
        for (String name : List.of(
                "<script>alert(1)</script>",
                "\u0000\u0007",
                "\u202Efield",
                "\uD83D",
                "x".repeat(10_000),
                "a.b[0]",
                "${1+1}")) {
            value(name, "not a field", "x");
            raw(
                    name,
                    "an object in what is not a field",
                    Map.of(
                            "value",
                            "[]",
                            "type",
                            "Object",
                            "valueInfo",
                            Map.of(
                                    "objectTypeName",
                                    "java.util.ArrayList",
                                    "serializationDataFormat",
                                    "application/json")));
        }
    }

    /** Each field wrong in its own way, and one field too many. */
    private void everythingAtOnce() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        form.fields().forEach(field -> wrong.put(field.name(), Map.of("wrong", true)));
        wrong.put("surplus", "x");
        attempts.add(new Attempt("everything at once", body(wrong)));
    }

    private void bodies() {
        attempts.add(new Attempt("nothing", ""));
        for (String body : List.of(
                "{}",
                "{\"variables\":null}",
                "{\"variables\":{}}",
                "null",
                "[]",
                "\"text\"",
                "5",
                "{",
                "{\"variables\":[]}",
                "{\"variables\":\"x\"}",
                "{\"variables\":{\"x\":{\"value\":NaN}}}",
                "{\"surplus\":1}",
                "\u0000",
                "<xml/>",
                "{\"variables\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"variables\":{\"x\":{\"value\":" + "9".repeat(2_000) + "}}}")) {
            attempts.add(new Attempt("the body " + (body.length() > 60 ? body.substring(0, 60) : body), body));
        }
        attempts.add(new Attempt("2 MB", body(Map.of("surplus", "x".repeat(2_000_000)))));
    }

    private void values(String name, Object... values) {
        for (Object value : values) {
            String shown = String.valueOf(value);
            value(name, shown.length() > 40 ? shown.substring(0, 40) + "…" : shown, value);
        }
    }

    private void value(String name, String kind, Object value) {
        raw(name, kind, typed(value));
    }

    private void raw(String name, String kind, Object variable) {
        Map<String, Object> variables = new LinkedHashMap<>();
        good.forEach((field, value) -> variables.put(field, typed(value)));
        variables.put(name.replaceFirst("\\[0]\\.[a-z].*", ""), variable);
        attempts.add(new Attempt(name + ": " + kind, json(Map.of("variables", variables))));
    }

    private static Map<String, Object> typed(Object value) {
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            return Map.of("value", json(value), "type", "Json");
        }
        return Collections.singletonMap("value", value);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("100,000 characters", "x".repeat(100_000));
        texts.put("null byte", "a\u0000b");
        texts.put("bell", "a\u0007b");
        texts.put("escape", "a\u001B[31mb");
        texts.put("direction override", "a\u202Eb");
        texts.put("direction isolate", "a\u2066b");
        texts.put("lone surrogate", "a\uD83Db");
        texts.put("script", "<script>alert(1)</script>");
        texts.put("image", "<img src=x onerror=alert(1)>");
        texts.put("bold", "so <b>bold</b>");
        texts.put("comment", "<!-- hidden -->");
        texts.put("character reference", "&#60;script&#62;");
        return texts;
    }
}
