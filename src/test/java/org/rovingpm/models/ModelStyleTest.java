package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConnector;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.access.Role;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.contract.Contracts;
import org.rovingpm.contract.ProcessContract;
import org.rovingpm.fixture.model.ProcessModel;

/** Reads the packaged processes as a manager and as the engine would, and holds them to the house style. */
class ModelStyleTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Map<Class<? extends FlowNode>, String> PREFIXES = Map.of(
            StartEvent.class,
            "startEvent_",
            EndEvent.class,
            "endEvent_",
            BoundaryEvent.class,
            "boundaryEvent_",
            IntermediateCatchEvent.class,
            "intermediateEvent_",
            UserTask.class,
            "userTask_",
            ServiceTask.class,
            "serviceTask_",
            CallActivity.class,
            "callActivity_",
            SubProcess.class,
            "subProcess_",
            Gateway.class,
            "gateway_",
            IntermediateThrowEvent.class,
            "throwEvent_");
    private static final Contracts CONTRACTS = new Contracts();

    /** Administrators look after accounts, and have no tasks of a process. */
    private static final Set<String> GROUPS = Arrays.stream(Role.values())
            .filter(role -> role != Role.ADMINISTRATOR)
            .map(Role::group)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> ABBREVIATIONS = Set.of("PM", "RAG", "GP", "CQC", "DBS");
    private static final Pattern DELEGATE = Pattern.compile("#\\{[a-z][A-Za-z]*}");

    static Stream<ProcessModel> models() {
        return ProcessModel.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aProcessIsNamedAfterItsFileAndSaysWhatItIsFor(ProcessModel model) {
        assertThat(model.process().getId()).isEqualTo(model.name());
        assertThat(model.process().isExecutable()).isTrue();
        assertThat(model.process().getName()).satisfies(ModelStyleTest::isSentenceCase);
        assertThat(model.process().getCamundaHistoryTimeToLiveString())
                .isEqualTo(isTechnical(model) ? "P30D" : "P3650D");
        assertThat(documentation(model.process().getDocumentations().stream())).contains("Owner: ");
    }

    /** Those are remembered for days and not for years. */
    private static boolean isTechnical(ProcessModel model) {
        return CONTRACTS.of(model.name()).orElseThrow().kind() == ProcessContract.Kind.TECHNICAL;
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsSayWhatKindOfElementTheyName(ProcessModel model) {
        PREFIXES.forEach((type, prefix) -> assertThat(model.elements(type))
                .allSatisfy(node -> assertThat(node.getId()).matches(prefix + "[a-z][A-Za-z]*")));
        assertThat(model.elements(SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getId()).matches("flow_[a-z][A-Za-z]*_[a-z][A-Za-z]*"));
        assertThat(model.elements(FlowNode.class)).allSatisfy(node -> assertThat(PREFIXES.values())
                .anySatisfy(prefix -> assertThat(node.getId()).startsWith(prefix)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsSayWhatTheirLabelsSay(ProcessModel model) {
        assertThat(model.elements(FlowNode.class).filter(node -> !isNameless(node)))
                .allSatisfy(node -> assertThat(node.getId()).endsWith("_" + camelCase(node.getName())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingButAJoinOrAForkHasANameInSentenceCase(ProcessModel model) {
        assertThat(model.elements(FlowNode.class).filter(node -> !isNameless(node)))
                .allSatisfy(
                        node -> assertThat(node.getName()).as(node.getId()).satisfies(ModelStyleTest::isSentenceCase));
        assertThat(model.elements(FlowNode.class).filter(ModelStyleTest::isNameless))
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNull());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aGatewayIsAQuestionWithAnswersAndADefault(ProcessModel model) {
        assertThat(model.elements(ExclusiveGateway.class).filter(gateway -> !isNameless(gateway)))
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).endsWith("?");
                    assertThat(gateway.getDefault())
                            .as("default of " + gateway.getId())
                            .isNotNull();
                    assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                        assertThat(flow.getName()).as(flow.getId()).satisfies(ModelStyleTest::isSentenceCase);
                        assertThat(flow.getConditionExpression() == null).isEqualTo(flow == gateway.getDefault());
                    });
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aConditionAsksOneVariable(ProcessModel model) {
        assertThat(model.elements(ConditionExpression.class)).allSatisfy(condition -> {
            assertThat(condition.getTextContent()).matches("\\$\\{(not )?[a-z][A-Za-z]*( == '[A-Z_]+')?}");
            assertThat(condition.getLanguage()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskHasItsFormItsListenerAndItsPeople(ProcessModel model) {
        assertThat(model.elements(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).isEqualTo(kebabCase(task.getName()));
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("latest");
            assertThat(Path.of("forms", task.getCamundaFormRef() + ".form")).exists();
            assertThat(listeners(task)).containsExactly("complete #{" + camelCase(task.getName()) + "Listener}");
            assertThat(documentation(task.getDocumentations().stream())).endsWith(".");
            if (task.getCamundaAssignee() == null) {
                assertThat(task.getCamundaCandidateGroupsList()).isNotEmpty().isSubsetOf(GROUPS);
            } else {
                assertThat(task.getCamundaAssignee()).isEqualTo("${" + CaseVariables.ROVING_PM + "}");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aStartFormHasItsListener(ProcessModel model) {
        assertThat(model.elements(StartEvent.class).filter(start -> start.getCamundaFormRef() != null))
                .allSatisfy(start -> {
                    assertThat(Path.of("forms", start.getCamundaFormRef() + ".form"))
                            .exists();
                    assertThat(start.getAttributeValueNs(CAMUNDA, "formRefBinding"))
                            .isEqualTo("latest");
                    assertThat(children(start, CamundaExecutionListener.class))
                            .extracting(listener ->
                                    listener.getCamundaEvent() + " " + listener.getCamundaDelegateExpression())
                            .containsExactly("end #{"
                                    + camelCase(start.getCamundaFormRef().replace('-', ' ')) + "Listener}");
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTechnicalTaskNamesOneBeanAndIsRetried(ProcessModel model) {
        assertThat(model.elements(ServiceTask.class).filter(task -> !callsAService(task)))
                .allSatisfy(task -> {
                    assertThat(task.getCamundaDelegateExpression()).isEqualTo("#{" + camelCase(task.getName()) + "}");
                    assertThat(task.isCamundaAsyncBefore()).isTrue();
                    assertThat(children(task, CamundaFailedJobRetryTimeCycle.class))
                            .extracting(cycle -> cycle.getTextContent())
                            .containsExactly("R5/PT2M");
                });
        assertThat(model.elements(CatchEvent.class).filter(ModelStyleTest::isTimer))
                .allSatisfy(timer -> assertThat(children(timer, CamundaFailedJobRetryTimeCycle.class))
                        .as(timer.getId())
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aMessageEventNamesItsTemplatesAndSaysWhoHasBeenToldWhat(ProcessModel model) {
        assertThat(model.elements(ThrowEvent.class).filter(ModelStyleTest::sendsMessage))
                .allSatisfy(event -> {
                    assertThat(throwsBy(event, "#{queueMessage}"))
                            .as(event.getId())
                            .isTrue();
                    assertThat(event.getName()).as(event.getId()).matches(".*\\b(told|asked|reminded|confirmed)\\b.*");
                    assertThat(children(event, CamundaProperties.class))
                            .flatExtracting(CamundaProperties::getCamundaProperties)
                            .isNotEmpty()
                            .allSatisfy(property -> {
                                assertThat(property.getCamundaName()).isEqualTo("message");
                                assertThat(Path.of("messages", property.getCamundaValue() + ".txt"))
                                        .exists();
                            });
                });
        assertThat(model.elements(IntermediateThrowEvent.class))
                .allMatch(event -> sendsMessage(event) || throwsBy(event, "#{alertTeam}"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void anAlertToTheTeamSaysWhatHasHappened(ProcessModel model) {
        assertThat(model.elements(ThrowEvent.class).filter(event -> throwsBy(event, "#{alertTeam}")))
                .allSatisfy(event -> {
                    assertThat(event.getName()).as(event.getId()).contains("alerted");
                    assertThat(children(event, CamundaInputOutput.class))
                            .flatExtracting(CamundaInputOutput::getCamundaInputParameters)
                            .singleElement()
                            .satisfies(input -> assertThat(input.getCamundaName() + " " + input.getTextContent())
                                    .matches("alert [^$#]+\\."));
                });
    }

    private static boolean sendsMessage(ThrowEvent event) {
        return event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance)
                && !throwsBy(event, "#{alertTeam}");
    }

    private static boolean throwsBy(ThrowEvent event, String delegate) {
        return event.getEventDefinitions().stream()
                .anyMatch(definition -> definition instanceof MessageEventDefinition message
                        && delegate.equals(message.getCamundaDelegateExpression()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTaskThatCallsAServiceNamesItAndIsRetriedLaterAndLater(ProcessModel model) {
        assertThat(model.elements(ServiceTask.class).filter(ModelStyleTest::callsAService))
                .allSatisfy(task -> {
                    CamundaConnector connector =
                            children(task, CamundaConnector.class).get(0);
                    assertThat(connector.getCamundaConnectorId().getTextContent())
                            .isEqualTo("http-connector");
                    assertThat(connector.getCamundaInputOutput().getCamundaInputParameters())
                            .anySatisfy(input -> assertThat(input.getCamundaName() + " " + input.getTextContent())
                                    .matches("url [a-z]+(-[a-z]+)*:.*"));
                    assertThat(task.getCamundaDelegateExpression()).isNull();
                    assertThat(task.isCamundaAsyncBefore()).isTrue();
                    assertThat(children(task, CamundaFailedJobRetryTimeCycle.class))
                            .extracting(cycle -> cycle.getTextContent())
                            .containsExactly("PT1M,PT5M,PT30M,PT2H,PT6H");
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTimerReadsItsMomentFromOneVariableOrStartsByTheWeekAndSaysWhen(ProcessModel model) {
        assertThat(model.elements(TimerEventDefinition.class)).allSatisfy(timer -> {
            FlowNode event = (FlowNode) timer.getParentElement();
            if (event instanceof StartEvent) {
                assertThat(timer.getTimeCycle().getTextContent()).matches("[0-9]+ [0-9]+ [0-9]+ \\S+ \\S+ \\S+");
            } else {
                assertThat(timer.getTimeDate().getTextContent()).matches("\\$\\{[a-z][A-Za-z]*At}");
            }
            assertThat(documentation(event.getDocumentations().stream()))
                    .as(event.getId())
                    .endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCalledProcessExistsAndKnowsItsCase(ProcessModel model) {
        assertThat(model.elements(CallActivity.class)).allSatisfy(call -> {
            assertThat(new File("processes", call.getCalledElement() + ".bpmn")).exists();
            assertThat(call.getCamundaCalledElementBinding()).isIn(null, "latest");
            assertThat(children(call, CamundaIn.class))
                    .extracting(CamundaIn::getCamundaBusinessKey)
                    .contains("#{execution.processBusinessKey}");
            assertThat(children(call, CamundaIn.class))
                    .extracting(CamundaIn::getCamundaTarget)
                    .contains("caseReference", "rag")
                    .doesNotContain("practiceName");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void noModelHoldsCode(ProcessModel model) throws IOException {
        String xml = Files.readString(Path.of("processes", model.name() + ".bpmn"));
        assertThat(xml).doesNotContainIgnoringCase("script").doesNotContain("camunda:class=", "camunda:expression=");
        assertThat(Pattern.compile("[#$]\\{[^}]*}").matcher(xml).results().map(result -> result.group()))
                .noneMatch(expression -> expression.contains("("));
        assertThat(Pattern.compile("elegateExpression=\"([^\"]*)\"")
                        .matcher(xml)
                        .results()
                        .map(result -> result.group(1)))
                .allMatch(expression -> DELEGATE.matcher(expression).matches());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyMessageAndSignalIsCaught(ProcessModel model) throws IOException {
        String xml = Files.readString(Path.of("processes", model.name() + ".bpmn"));
        assertThat(model.elements(Message.class)).allSatisfy(message -> {
            assertThat(message.getId()).isEqualTo("message_" + message.getName());
            assertThat(xml).contains("messageRef=\"" + message.getId() + "\"");
        });
        assertThat(model.elements(Signal.class)).allSatisfy(signal -> {
            assertThat(signal.getId()).isEqualTo("signal_" + signal.getName());
            assertThat(xml).contains("signalRef=\"" + signal.getId() + "\"");
        });
    }

    private static boolean isNameless(FlowNode node) {
        return node instanceof EventBasedGateway
                || node instanceof ParallelGateway
                || node instanceof Gateway && node.getOutgoing().size() == 1;
    }

    private static boolean callsAService(ServiceTask task) {
        return !children(task, CamundaConnector.class).isEmpty();
    }

    private static boolean isTimer(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private static List<String> listeners(UserTask task) {
        return children(task, CamundaTaskListener.class).stream()
                .map(listener -> listener.getCamundaEvent() + " " + listener.getCamundaDelegateExpression())
                .toList();
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> children(
            FlowElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : List.copyOf(element.getExtensionElements().getChildElementsByType(type));
    }

    private static String documentation(Stream<Documentation> documentations) {
        return String.join(
                " ", documentations.map(Documentation::getTextContent).toList());
    }

    private static void isSentenceCase(String name) {
        String[] words = name.replace("?", "").split(" ");
        assertThat(words[0]).as(name).matches("[A-Z].*");
        assertThat(Stream.of(words).skip(1).filter(word -> !ABBREVIATIONS.contains(word)))
                .as(name)
                .allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
    }

    private static String kebabCase(String label) {
        return label.toLowerCase(Locale.ROOT).replace("?", "").replace(' ', '-');
    }

    private static String camelCase(String label) {
        String[] words = kebabCase(label).split("-");
        StringBuilder camelCase = new StringBuilder(words[0]);
        Stream.of(words).skip(1).forEach(word -> camelCase
                .append(Character.toUpperCase(word.charAt(0)))
                .append(word, 1, word.length()));
        return camelCase.toString();
    }
}
