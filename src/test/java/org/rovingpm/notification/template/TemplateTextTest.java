package org.rovingpm.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.notification.TemplateField;

class TemplateTextTest {

    private static final List<TemplateField> FACTS = List.of(
            TemplateField.text("name", "A name", "Ann"),
            TemplateField.optional("reason", "A reason", "Because"),
            TemplateField.optional("date", "A day", "Monday"),
            TemplateField.rows("aims", "Aims", List.of(Map.of("aim", "Pay on time"))));

    private static String render(String text, Map<String, Object> values) {
        return TemplateText.render(text, FACTS, values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Dear {{nmae}}                                   | “nmae” is not a field of this message.
        {{reason}}                                      | “reason” may be missing: write {{#reason}}…{{/reason}} around the text that uses it.
        {{#date}}{{reason}}{{/date}}                    | “reason” may be missing: write {{#reason}}…{{/reason}} around the text that uses it.
        {{^reason}}{{reason}}{{/reason}}                | “reason” may be missing: write {{#reason}}…{{/reason}} around the text that uses it.
        {{#reason}}{{^date}}{{dtae}}{{/date}}{{/reason}} | “dtae” is not a field of this message.
        {{aims}}                                        | “aims” is a list: write {{#aims}}…{{/aims}} around the text for each entry.
        {{aim}}                                         | “aim” can only be used within the section of its list.
        {{^aims}}{{aim}}{{/aims}}                       | “aim” can only be used within the section of its list.
        {{#name}}x{{/name}}                             | “name” is never missing and needs no section.
        {{#raeson}}x{{/raeson}}                         | “raeson” is not a field of this message.
        {{>other}}                                      | “{{>other}}” is not the name of a field.
        {{&name}}                                       | “{{&name}}” is not the name of a field.
        {{name.class}}                                  | “{{name.class}}” is not the name of a field.
        {{=<% %>=}}                                     | “{{=<% %>=}}” is not the name of a field.
        """)
    void refusesWhatCouldFailWhenItIsSent(String text, String problem) {
        assertThat(TemplateText.problems(text, FACTS)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {{#reason}}never ended
        {{#reason}}{{/date}}
        {{name
        {{/reason}}
        """)
    void refusesWhatCannotBeRead(String text) {
        assertThat(TemplateText.problems(text, FACTS))
                .singleElement()
                .asString()
                .startsWith("The text cannot be read: ");
    }

    @Test
    void saysWhatIsGivenAndLeavesOutWhatIsNot() {
        String text =
                "Dear {{name}},\n{{#reason}}\nbecause {{reason}}\n{{/reason}}\n{{^reason}}\nfor no reason\n{{/reason}}\n{{#aims}}\n- {{aim}}\n{{/aims}}\n";

        assertThat(TemplateText.problems(text, FACTS)).isEmpty();
        assertThat(render(
                        text,
                        Map.of(
                                "name",
                                "Ann",
                                "reason",
                                "it rains",
                                "aims",
                                List.of(Map.of("aim", "Dry"), Map.of("aim", "Warm")))))
                .isEqualTo("Dear Ann,\nbecause it rains\n- Dry\n- Warm\n");
        assertThat(render(text, Map.of("name", "Ann", "reason", " "))).isEqualTo("Dear Ann,\nfor no reason\n");
    }

    @Test
    void writesWhatPeopleTypedAsTheyTypedIt() {
        String typed = "5 < 6 & \"{{name}}\" {{{x}}} <script> \u202e 'quote' 😀";

        assertThat(render("{{name}}", Map.of("name", typed))).isEqualTo(typed);
    }

    @Test
    void knowsWhichFieldsEveryMessageUses() {
        assertThat(TemplateText.alwaysUsed("{{#reason}}{{name}}{{/reason}}", FACTS))
                .isEmpty();
        assertThat(TemplateText.alwaysUsed("{{#reason}}x{{/reason}}{{name}}", FACTS))
                .containsExactly("name");
    }
}
