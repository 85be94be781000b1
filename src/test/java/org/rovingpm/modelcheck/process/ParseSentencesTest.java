package org.rovingpm.modelcheck.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** Whatever the engine's parser may say has a sentence of ours. */
class ParseSentencesTest {

    @Test
    void eachErrorOfTheParserHasASentence() throws IOException {
        Set<String> errors = errorsOfTheParser();

        assertThat(errors).hasSizeGreaterThan(90);
        assertThat(errors.stream()
                        .filter(words -> ParseSentences.translated(words).isEmpty())
                        .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Exclusive Gateway 'g' has outgoing sequence flow 'f' without condition which is not the default flow. | has the sequence flow “f” without a condition: write one, or make it the default flow.
                    Conditional event must contain an expression for evaluation. | has no condition that can be read: write it as an expression, such as ${name == 'VALUE'}.
                    Something that is new | is drawn in a way that the engine does not run: draw it in another way. (Something that is new)
                    """)
    void saysWhatItIsAbout(String words, String sentence) {
        assertThat(ParseSentences.of(words)).isEqualTo(sentence);
    }

    /** The texts in its code that stand before a report of an error, with x for what is filled in. */
    private static Set<String> errorsOfTheParser() throws IOException {
        Set<String> errors = new TreeSet<>();
        new ClassReader(BpmnParse.class.getName())
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String generic, String[] thrown) {
                                return new TextsBeforeErrors(errors);
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return errors;
    }

    private static final class TextsBeforeErrors extends MethodVisitor {

        private final Set<String> errors;
        private String text;

        TextsBeforeErrors(Set<String> errors) {
            super(Opcodes.ASM9);
            this.errors = errors;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String read && read.contains(" ")) {
                text = read;
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String type, Handle made, Object... of) {
            if (of.length > 0 && of[0] instanceof String recipe && recipe.contains(" ")) {
                text = recipe.replace('\u0001', 'x');
            }
        }

        @Override
        public void visitMethodInsn(int code, String owner, String name, String type, boolean ofInterface) {
            if (name.equals("addError") && type.startsWith("(Ljava/lang/String;") && text != null) {
                errors.add(text);
                text = null;
            }
        }
    }
}
