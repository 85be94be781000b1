package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.modelcheck.known.ModelFile;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that are made to get past the check, or to bring it down. */
@ApplicationTest
class XmlTricksTest {

    private static final String MODEL = ChangedModel.of("case-closure.bpmn").xml();
    private static final String SCRIPT =
            "<bpmn:scriptTask id=\"scriptTask_x\" name=\"X\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>";
    private static final String WITH_SCRIPT = MODEL.replaceFirst("<bpmn:userTask ", SCRIPT + "<bpmn:userTask ");

    @Autowired
    private CheckModels check;

    static Stream<Arguments> tricks() {
        return Stream.of(
                Arguments.of(
                        "an external entity",
                        "x.bpmn",
                        utf8(doctype("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;")),
                        "has a document type declaration"),
                Arguments.of(
                        "an entity bomb", "x.bpmn", utf8(doctype(bomb(), "&e9;")), "has a document type declaration"),
                Arguments.of(
                        "an outside DTD",
                        "x.bpmn",
                        utf8(MODEL.replaceFirst("\\?>", "?><!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">")),
                        "document type declaration"),
                Arguments.of(
                        "a decision with a DOCTYPE",
                        "x.dmn",
                        utf8("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"),
                        "has a document type declaration"),
                Arguments.of(
                        "a script in UTF-16",
                        "x.bpmn",
                        WITH_SCRIPT
                                .replaceFirst("encoding=\"[^\"]*\"", "encoding=\"UTF-16\"")
                                .getBytes(StandardCharsets.UTF_16),
                        "is a script task"),
                Arguments.of(
                        "a language in UTF-16",
                        "x.dmn",
                        ChangedModel.of("approval-level.dmn")
                                .set("inputExpression_approvalLevel_1", "expressionLanguage", "groovy")
                                .bytes("UTF-16"),
                        "is written in “groovy”"),
                Arguments.of(
                        "a script under another prefix",
                        "x.bpmn",
                        utf8(WITH_SCRIPT
                                .replace("xmlns:bpmn=", "xmlns:q=")
                                .replace("<bpmn:", "<q:")
                                .replace("</bpmn:", "</q:")),
                        "is a script task"),
                Arguments.of(
                        "a script without a prefix",
                        "x.bpmn",
                        utf8(MODEL.replaceFirst(
                                "<bpmn:userTask ",
                                SCRIPT.replace(
                                                        "<bpmn:scriptTask",
                                                        "<scriptTask xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"")
                                                .replace("</bpmn:scriptTask", "</scriptTask")
                                        + "<bpmn:userTask ")),
                        "is a script task"),
                Arguments.of(
                        "a script in another namespace",
                        "x.bpmn",
                        utf8(WITH_SCRIPT
                                .replace("<bpmn:script", "<z:script")
                                .replace("</bpmn:script", "</z:script")
                                .replaceFirst("<bpmn:definitions ", "<bpmn:definitions xmlns:z=\"urn:z\" ")),
                        "is a script task"),
                Arguments.of(
                        "Camunda's attribute under another prefix",
                        "x.bpmn",
                        utf8(
                                MODEL.replaceFirst(
                                        "<bpmn:serviceTask ",
                                        "<bpmn:serviceTask xmlns:k=\"http://camunda.org/schema/1.0/bpmn\" k:class=\"java.lang.Thread\" ")),
                        "names a Java class"),
                Arguments.of(
                        "a character reference in a name",
                        "x.bpmn",
                        utf8(MODEL.replaceFirst(
                                "<bpmn:serviceTask ", "<bpmn:serviceTask camunda:expression=\"&#36;{x.&#121;()}\" ")),
                        "calls “y”"),
                Arguments.of(
                        "a script in CDATA",
                        "x.bpmn",
                        utf8(MODEL.replaceFirst("\\$\\{firstFeedbackReminderAt}", "<![CDATA[\\${a.b()}]]>")),
                        "calls “b”"),
                Arguments.of(
                        "a script as the condition of an event",
                        "x.bpmn",
                        utf8(MODEL.replaceFirst("<bpmn:userTask ", """
                <bpmn:intermediateCatchEvent id="event_x" name="X"><bpmn:conditionalEventDefinition><bpmn:condition
                xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="bpmn:tFormalExpression" language="javascript">1</bpmn:condition>
                </bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent><bpmn:userTask\s""")),
                        "has a script as its condition"),
                Arguments.of("BPMN in a file of another ending", "x.xml", utf8(WITH_SCRIPT), "is neither a process"),
                Arguments.of("an ending in capitals", "x.BPMN", utf8(WITH_SCRIPT), "is neither a process"),
                Arguments.of("the old ending of BPMN", "x.bpmn20.xml", utf8(WITH_SCRIPT), "is a script task"),
                Arguments.of(
                        "the old ending of DMN",
                        "x.dmn11.xml",
                        ChangedModel.of("approval-level.dmn")
                                .without("rule_approvalLevel_4")
                                .bytes(),
                        "has no rule for"),
                Arguments.of("an archive", "x.zip", new byte[] {'P', 'K', 3, 4}, "is neither a process"),
                Arguments.of(
                        "an archive called a process", "x.bpmn", new byte[] {'P', 'K', 3, 4}, "is not readable XML"),
                Arguments.of("a case model", "x.cmmn", utf8("<definitions/>"), "is neither a process"),
                Arguments.of("a page", "x.html", utf8("<script>1</script>"), "is neither a process"),
                Arguments.of(
                        "a file of 6 MB",
                        "x.bpmn",
                        utf8(MODEL + "<!--" + "x".repeat(6_000_000) + "-->"),
                        "is larger than 5 MB"),
                Arguments.of(
                        "a deep nesting",
                        "x.bpmn",
                        utf8("<a>".repeat(100_000) + "</a>".repeat(100_000)),
                        "is not readable XML"),
                Arguments.of("many attributes", "x.bpmn", utf8("<a " + manyAttributes() + "/>"), "is not readable XML"),
                Arguments.of("an empty file", "x.bpmn", new byte[0], "is not readable XML"),
                Arguments.of("a process in a decision's file", "x.dmn", utf8(WITH_SCRIPT), "has no decision"),
                Arguments.of(
                        "an element that BPMN does not know",
                        "x.bpmn",
                        utf8(MODEL.replaceFirst("<bpmn:userTask ", "<bpmn:magicTask id=\"m\"/><bpmn:userTask ")),
                        "is not as the Modeler writes"),
                Arguments.of(
                        "a form that nests deeply",
                        "x.form",
                        utf8("{\"id\":\"x\",\"components\":" + "[{\"components\":".repeat(5_000) + "[]"
                                + "}]".repeat(5_000) + "}"),
                        "cannot be read as a form"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void doNotGetPast(String what, String file, byte[] content, String sentence) {
        assertThat(check.check(List.of(new ModelFile(file, content))).refusal())
                .contains(sentence)
                .doesNotContain("root:");
    }

    @Test
    void twoFilesOfOneNameAreRefused() {
        assertThat(check.check(List.of(
                                new ModelFile("a.bpmn", utf8(MODEL)),
                                new ModelFile("folder/a.bpmn", utf8(WITH_SCRIPT))))
                        .refusal())
                .contains("There are two files with this name");
    }

    @Test
    void twoFilesOfOneProcessAreRefused() {
        assertThat(check.check(List.of(new ModelFile("a.bpmn", utf8(MODEL)), new ModelFile("b.bpmn", utf8(MODEL))))
                        .refusal())
                .contains("The process “case-closure” is in this file and in a.bpmn too");
    }

    @Test
    void tooManyFilesAreRefused() {
        List<ModelFile> files = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            files.add(new ModelFile(i + ".bpmn", utf8(MODEL)));
        }
        assertThat(check.check(files).refusal())
                .contains("These are 200 files")
                .contains("at most 100 files and 20 MB");
    }

    @Test
    void whatComesWithTheApplicationIsAccepted() throws IOException {
        List<ModelFile> files = new ArrayList<>();
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> inIt = Files.list(Path.of(folder))) {
                for (Path file : inIt.filter(Files::isRegularFile).toList()) {
                    files.add(new ModelFile(file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }
        }
        Report report = check.check(files);
        assertThat(report.problems()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    private static String doctype(String entities, String text) {
        return MODEL.replaceFirst("\\?>", "?><!DOCTYPE x [" + entities + "]>")
                .replaceFirst("Owner: ", "Owner: " + text);
    }

    private static String bomb() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"x\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.toString();
    }

    private static String manyAttributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            attributes.append("a").append(i).append("=\"1\" ");
        }
        return attributes.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
