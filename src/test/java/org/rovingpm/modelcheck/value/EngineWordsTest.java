package org.rovingpm.modelcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** Somebody has decided of every attribute and element that the engine adds to BPMN what becomes of it in the check. */
class EngineWordsTest {

    @Test
    void everyAttributeOfTheSchemaIsLookedAt() {
        assertThat(constants("CAMUNDA_ATTRIBUTE_"))
                .hasSizeGreaterThan(60)
                .allSatisfy(name ->
                        assertThat(EngineWords.ofAttribute(name)).as(name).isNotNull());
    }

    @Test
    void everyElementOfTheSchemaIsLookedAt() {
        assertThat(constants("CAMUNDA_ELEMENT_"))
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        name -> assertThat(EngineWords.ofElement(name)).as(name).isNotNull());
    }

    /** The schema lags behind the parser. */
    @Test
    void everyAttributeThatTheParserReadsIsLookedAt() throws IOException {
        assertThat(readByTheParser())
                .hasSizeGreaterThan(40)
                .allSatisfy(name ->
                        assertThat(EngineWords.ofAttribute(name)).as(name).isNotNull());
    }

    private static Set<String> constants(String prefix) {
        return Arrays.stream(BpmnModelConstants.class.getFields())
                .filter(field -> field.getName().startsWith(prefix))
                .map(value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Function<java.lang.reflect.Field, String> value() {
        return field -> {
            try {
                return (String) field.get(null);
            } catch (IllegalAccessException hidden) {
                throw new AssertionError(hidden);
            }
        };
    }

    /** The texts in its code that stand before it reads an attribute of the engine's namespace. */
    private static Set<String> readByTheParser() throws IOException {
        Set<String> read = new TreeSet<>();
        new ClassReader(BpmnParse.class.getName())
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String generic, String[] thrown) {
                                return new TextsBeforeAttributes(read);
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return read;
    }

    private static final class TextsBeforeAttributes extends MethodVisitor {

        private final Set<String> read;
        private final List<String> texts = new ArrayList<>();

        TextsBeforeAttributes(Set<String> read) {
            super(Opcodes.ASM9);
            this.read = read;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String word) {
                texts.add(word);
            }
        }

        @Override
        public void visitMethodInsn(int code, String owner, String name, String type, boolean ofInterface) {
            int defaults = type.endsWith("Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;") ? 1 : 0;
            if (name.equals("attributeNS") && texts.size() > defaults) {
                read.add(texts.get(texts.size() - 1 - defaults));
            }
            texts.clear();
        }
    }
}
