package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.contract.Contract;
import org.rovingpm.contract.Contracts;
import org.rovingpm.fixture.model.ProcessModel;

/** Holds each model to the contract of its process, and each contract to its model, kind by kind. */
class ProcessContractsTest {

    private static final Contracts CONTRACTS = new Contracts();
    private static final List<String> SOURCES = sources();

    /** What a model may name without a variable of its process: constants, and what a call of a service leaves in its step. */
    private static final Set<String> NO_VARIABLES = Set.of(
            "not", "and", "or", "empty", "eq", "ne", "true", "false", "null", "response", "headers", "statusCode");

    static Stream<ProcessModel> models() {
        return ProcessModel.all();
    }

    static Collection<Contract> contracts() {
        return CONTRACTS.all();
    }

    @Test
    void everyProcessHasOneContractAndEveryContractAProcess() {
        assertThat(CONTRACTS.all())
                .extracting(Contract::process)
                .containsExactlyElementsOf(models().map(ProcessModel::name).toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aContractIsInTheRootOfItsModuleAndIsNamedAfterItsProcess(Contract contract) throws Exception {
        assertThat(contract.type().getPackageName()).matches("org\\.rovingpm\\.[a-z]+");
        assertThat(contract.type().getSimpleName()).isEqualTo(camelCase(contract.process()) + "Process");
        assertThat(contract.type().getField("KEY").get(null)).isEqualTo(contract.process());
        assertThat(contract.type().getDeclaredClasses())
                .extracting(Class::getSimpleName)
                .filteredOn(kind -> !kind.equals("RequestOutcome"))
                .isSubsetOf("Elements", "Timers", "Variables", "Messages", "Signals");
    }

    @ParameterizedTest
    @MethodSource("models")
    void itsElementsAreStepsAndEventsOfItsModelAndNoTimers(ProcessModel model) {
        assertThat(contract(model).elements())
                .isSubsetOf(ids(model.elements(FlowNode.class).filter(node -> !isTimer(node))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void itsTimersAreThoseOfItsModel(ProcessModel model) {
        assertThat(contract(model).timers())
                .isEqualTo(ids(model.elements(FlowNode.class).filter(ProcessContractsTest::isTimer)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void itsMessagesAreThoseThatItsModelWaitsFor(ProcessModel model) {
        assertThat(contract(model).messages())
                .isEqualTo(model.elements(Message.class).map(Message::getName).collect(Collectors.toSet()));
    }

    /** A signal is for whoever waits: the contract of the process that sends it has it, not those of the models that wait for it. */
    @Test
    void everySignalThatAModelWaitsForIsInOneContract() {
        assertThat(CONTRACTS.all().stream()
                        .flatMap(contract -> contract.signals().stream())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(models().flatMap(model -> model.elements(Signal.class))
                        .map(Signal::getName)
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatAModelAsksIsAVariableOfItsContractOrIsHandedBackByAProcessThatItCalls(ProcessModel model) {
        assertThat(asked(model))
                .isSubsetOf(union(
                        contract(model).variables(),
                        CONTRACTS.sharedVariables(),
                        model.elements(CamundaOut.class)
                                .map(CamundaOut::getCamundaTarget)
                                .collect(Collectors.toSet())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsHandedToACalledProcessAndBackIsInItsContract(ProcessModel model) {
        assertThat(model.elements(CallActivity.class)).allSatisfy(call -> {
            Contract called = CONTRACTS.of(call.getCalledElement()).orElseThrow();
            Set<String> known = union(called.variables(), CONTRACTS.sharedVariables());
            assertThat(children(call, CamundaIn.class)
                            .filter(in -> in.getCamundaTarget() != null)
                            .map(CamundaIn::getCamundaTarget))
                    .isSubsetOf(known);
            assertThat(children(call, CamundaOut.class).map(CamundaOut::getCamundaSource))
                    .isSubsetOf(known);
        });
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aNameIsOfOneKindOnly(Contract contract) {
        Set<String> variables = CONTRACTS.all().stream()
                .flatMap(each -> each.variables().stream())
                .collect(Collectors.toSet());
        assertThat(Stream.of(contract.messages(), contract.signals(), contract.nodes())
                        .flatMap(Set::stream))
                .noneMatch(variables::contains)
                .doesNotHaveDuplicates();
        assertThat(contract.elements()).noneMatch(contract.timers()::contains);
    }

    /** A moment moves as a text: it has the one form that the engine's timers and the working calendar both read. */
    @ParameterizedTest
    @MethodSource("models")
    void theMomentThatATimerWaitsForIsMarkedAsOne(ProcessModel model) {
        assertThat(model.elements(TimerEventDefinition.class)
                        .filter(timer -> timer.getTimeDate() != null)
                        .flatMap(timer -> names(timer.getTimeDate().getTextContent())))
                .containsExactlyInAnyOrderElementsOf(contract(model).moments());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void nothingInAContractIsDead(Contract contract) {
        String model = Bpmn.convertToString(models().filter(each -> each.name().equals(contract.process()))
                .findFirst()
                .orElseThrow()
                .model());
        assertThat(Arrays.stream(contract.type().getDeclaredClasses())
                        .filter(kind -> !kind.isEnum())
                        .flatMap(kind -> Arrays.stream(kind.getDeclaredFields())))
                .allSatisfy(constant -> {
                    String kind = constant.getDeclaringClass().getSimpleName();
                    Pattern inModel = Pattern.compile("\\b" + constant.get(null) + "\\b");
                    assertThat(kind.equals("Variables")
                                            && inModel.matcher(model).find()
                                    || isUsed(contract, kind + "." + constant.getName()))
                            .as(kind + "." + constant.getName())
                            .isTrue();
                });
    }

    private static boolean isUsed(Contract contract, String constant) {
        Pattern use = Pattern.compile("\\b" + Pattern.quote(constant) + "\\b");
        return SOURCES.stream()
                .anyMatch(source -> source.contains(contract.type().getSimpleName())
                        && use.matcher(source).find());
    }

    private static Contract contract(ProcessModel model) {
        return CONTRACTS.of(model.name()).orElseThrow();
    }

    /** The names in expressions for values, and what is handed over to called processes; not the inputs that a step has made itself. */
    private static Set<String> asked(ProcessModel model) {
        Set<String> asked = names(Bpmn.convertToString(model.model())).collect(Collectors.toCollection(TreeSet::new));
        model.elements(CamundaIn.class)
                .filter(in -> in.getCamundaSource() != null)
                .map(CamundaIn::getCamundaSource)
                .forEach(asked::add);
        model.elements(CamundaInputParameter.class)
                .map(CamundaInputParameter::getCamundaName)
                .forEach(asked::remove);
        asked.removeAll(NO_VARIABLES);
        return asked;
    }

    private static Stream<String> names(String text) {
        return Pattern.compile("\\$\\{([^}]*)}")
                .matcher(text)
                .results()
                .map(expression -> expression.group(1).replaceAll("'[^']*'|\\.\\w+", ""))
                .flatMap(expression -> Pattern.compile("[A-Za-z]\\w*")
                        .matcher(expression)
                        .results()
                        .map(name -> name.group()));
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private static Set<String> ids(Stream<FlowNode> nodes) {
        return nodes.map(FlowNode::getId).collect(Collectors.toSet());
    }

    private static <T extends ModelElementInstance> Stream<T> children(CallActivity call, Class<T> type) {
        return call.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static String camelCase(String process) {
        return Stream.of(process.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static List<String> sources() {
        return Stream.of("src/main/java", "src/demo/java", "src/test/java")
                .map(Path::of)
                .flatMap(ProcessContractsTest::files)
                .map(ProcessContractsTest::content)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files =
                Files.find(folder, 20, (path, file) -> path.toString().endsWith(".java"))) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
