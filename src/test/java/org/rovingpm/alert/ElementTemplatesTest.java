package org.rovingpm.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.template.MessageTemplate;
import org.rovingpm.notification.template.MessageTemplates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.annotation.Transactional;

/** The steps that managers pick in the Modeler: as it wants them, as our models are, and running. */
@ApplicationTest
@Transactional
class ElementTemplatesTest {

    private static final Set<String> BINDINGS =
            Set.of("property", "camunda:property", "camunda:inputParameter", "camunda:outputParameter");
    private static final Set<String> TYPES = Set.of("String", "Text", "Boolean", "Dropdown", "Hidden");

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private TeamChat chat;

    @Autowired
    private MessageTemplates templates;

    @Autowired
    private Scheme scheme;

    static Stream<File> files() {
        return Arrays.stream(new File("processes/element-templates").listFiles())
                .sorted();
    }

    private static JsonNode template(File file) throws IOException {
        return new ObjectMapper().readTree(file);
    }

    @BeforeEach
    void aChat() {
        ReflectionTestUtils.setField(chat, "address", Optional.of(URI.create("https://chat.example.org/secret")));
    }

    @AfterEach
    void noChat() {
        ReflectionTestUtils.setField(chat, "address", Optional.empty());
    }

    @Test
    void thereIsOneForEachOfTheProjectsOwnSteps() {
        assertThat(files())
                .extracting(File::getName)
                .containsExactly("ask-practice.json", "escalate.json", "send-message.json", "team-alert.json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasWhatTheModelerNeeds(File file) throws IOException {
        JsonNode template = template(file);

        assertThat(file.getName())
                .isEqualTo(template.path("id").asText().replaceFirst("^org\\.rovingpm\\.", "") + ".json");
        assertThat(template.path("$schema").asText())
                .isEqualTo("https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json");
        assertThat(template.path("name").asText()).isNotBlank();
        assertThat(template.path("version").isInt()).isTrue();
        assertThat(template.path("description").asText()).endsWith(".");
        assertThat(texts(template.path("appliesTo")))
                .isNotEmpty()
                .allMatch(type -> type.matches("bpmn:[A-Z][A-Za-z]+"));
        assertThat(template.path("properties")).isNotEmpty().allSatisfy(property -> {
            assertThat(property.path("type").asText()).isIn(TYPES);
            assertThat(property.at("/binding/type").asText()).isIn(BINDINGS);
            assertThat(property.at("/binding/name").asText()).isNotBlank();
            assertThat(property.has("label") || property.path("type").asText().equals("Hidden"))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void makesAStepInTheHouseStyle(File file) throws IOException {
        JsonNode template = template(file);
        assertThat(value(template, "name")).matches("[A-Z][a-z]+ [A-Za-z ]+");
        assertThat(value(template, "camunda:delegateExpression")).isIn("#{alertTeam}", "#{queueMessage}");
        assertThat(value(template, "camunda:asyncBefore")).isEqualTo("true");
        assertThat(template.toString()).doesNotContain("camunda:class", "camunda:expression\"", "scriptFormat");
    }

    @ParameterizedTest
    @MethodSource("files")
    void makesAStepThatIsAcceptedAndRuns(File file) throws IOException {
        String reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99042")));
        for (String type : texts(template(file).path("appliesTo"))) {
            models.createDeployment()
                    .addString("templated.bpmn", process(template(file), type.replace("bpmn:", "")))
                    .deploy();
            String instance = processes
                    .startProcessInstanceByKey("templated", reference, Map.of(CaseVariables.CASE_REFERENCE, reference))
                    .getId();
            assertThat(jobs.createJobQuery()
                            .processInstanceId(instance)
                            .singleResult()
                            .getRetries())
                    .isPositive();
            jobs.executeJob(jobs.createJobQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId());
            assertThat(processes
                            .createProcessInstanceQuery()
                            .processInstanceId(instance)
                            .count())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"send-message, false", "ask-practice, true"})
    void offersTheWordingsOfACaseThatAskOrDoNot(String name, boolean ask) throws IOException {
        List<String> templates = this.templates.all().stream()
                .filter(template -> (template.ask() != null) == ask)
                .filter(template -> template.to().stream()
                        .noneMatch(Set.of(
                                "person",
                                "requester",
                                "first-mailbox",
                                "account-holder",
                                "former-worker",
                                "former-contact")::contains))
                .map(MessageTemplate::name)
                .filter(template -> !template.equals("escalation"))
                .toList();
        JsonNode choices = template(new File("processes/element-templates/" + name + ".json"))
                .findParent("choices")
                .path("choices");

        assertThat(StreamSupport.stream(choices.spliterator(), false)
                        .map(choice -> choice.path("value").asText()))
                .containsExactlyInAnyOrderElementsOf(templates);
    }

    @Test
    void theTeamAlertQueuesItsSentence() throws IOException {
        makesAStepThatIsAcceptedAndRuns(new File("processes/element-templates/team-alert.json"));

        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(TeamAlertProcess.KEY)
                        .list())
                .hasSize(2)
                .allSatisfy(alert -> assertThat(
                                (String) processes.getVariable(alert.getId(), TeamAlertProcess.Variables.ALERT_BODY))
                        .contains("A case needs the team's attention."));
    }

    /** A process whose only step is what the Modeler makes of the template. */
    private static String process(JsonNode template, String type) {
        String attributes = properties(template, "property")
                .map(property -> "%s=\"%s\""
                        .formatted(name(property), property.path("value").asText()))
                .collect(Collectors.joining(" "));
        String inputs = properties(template, "camunda:inputParameter")
                .map(property -> "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                        .formatted(name(property), property.path("value").asText()))
                .collect(Collectors.joining());
        String extensionProperties = properties(template, "camunda:property")
                .map(property -> "<camunda:property name=\"%s\" value=\"%s\"/>"
                        .formatted(name(property), property.path("value").asText()))
                .collect(Collectors.joining());
        String tag = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="templated" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/><sequenceFlow id="one" sourceRef="start" targetRef="step"/>
                <%s id="step" camunda:modelerTemplate="%s" camunda:modelerTemplateVersion="%s" %s><extensionElements>
                  <camunda:inputOutput>%s</camunda:inputOutput><camunda:properties>%s</camunda:properties></extensionElements></%s>
                <sequenceFlow id="two" sourceRef="step" targetRef="end"/><endEvent id="end"/>
              </process>
            </definitions>""".formatted(
                        tag,
                        template.path("id").asText(),
                        template.path("version").asText(),
                        attributes,
                        inputs,
                        extensionProperties,
                        tag);
    }

    private static Stream<JsonNode> properties(JsonNode template, String binding) {
        return StreamSupport.stream(template.path("properties").spliterator(), false)
                .filter(property -> property.at("/binding/type").asText().equals(binding));
    }

    private static String name(JsonNode property) {
        return property.at("/binding/name").asText();
    }

    private static String value(JsonNode template, String attribute) {
        return properties(template, "property")
                .filter(property -> name(property).equals(attribute))
                .map(property -> property.path("value").asText())
                .findFirst()
                .orElse(null);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
