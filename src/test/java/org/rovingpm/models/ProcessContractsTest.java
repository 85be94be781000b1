package org.rovingpm.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.fixture.ProcessModel;

/** Holds the models to the contract classes of their processes, and these to the models. */
class ProcessContractsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Map<String, Collection<String>> CONTRACTS = contracts();

    static Stream<ProcessModel> modelsWithContract() {
        return ProcessModel.all().filter(model -> CONTRACTS.containsKey(model.name()));
    }

    @ParameterizedTest
    @MethodSource("modelsWithContract")
    void whatGatewaysAndTimersReadIsInAContract(ProcessModel model) {
        Stream<? extends ModelElementInstance> readers = Stream.of(
                        ConditionExpression.class, TimerEventDefinition.class)
                .flatMap(model::elements)
                .filter(reader -> !(reader instanceof TimerEventDefinition timer && timer.getTimeCycle() != null));
        assertThat(readers.map(reader -> reader.getTextContent().strip().replaceAll("^\\$\\{(not )?(\\w+).*", "$2")))
                .isSubsetOf(
                        CONTRACTS.values().stream().flatMap(Collection::stream).toList());
    }

    @ParameterizedTest
    @MethodSource("modelsWithContract")
    void theElementsThatAContractNamesAreInItsModel(ProcessModel model) {
        assertThat(CONTRACTS.get(model.name()).stream()
                        .filter(constant -> constant.matches("[a-z][A-Za-z]*_[A-Za-z]+")))
                .isSubsetOf(model.elements(FlowNode.class).map(FlowNode::getId).toList());
    }

    /** @return the constants of each contract class, by the key of its process */
    private static Map<String, Collection<String>> contracts() {
        try (Stream<Path> sources =
                Files.find(SOURCES, 8, (path, file) -> path.toString().matches(".*/process/\\w+Process\\.java"))) {
            return sources.map(ProcessContractsTest::constants)
                    .filter(constants -> constants.containsKey("KEY"))
                    .collect(Collectors.toMap(constants -> constants.get("KEY"), Map::values));
        } catch (IOException unreadable) {
            throw new AssertionError(SOURCES + " cannot be read", unreadable);
        }
    }

    private static Map<String, String> constants(Path source) {
        try {
            Class<?> contract = Class.forName(
                    SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.'));
            return Stream.of(contract.getFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .filter(field -> field.getType() == String.class)
                    .collect(Collectors.toMap(field -> field.getName(), field -> {
                        try {
                            return (String) field.get(null);
                        } catch (IllegalAccessException hidden) {
                            throw new AssertionError(hidden);
                        }
                    }));
        } catch (ClassNotFoundException moved) {
            throw new AssertionError(source + " is in another package than its folder says", moved);
        }
    }
}
