package org.rovingpm.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written from the code and the models says what they say now; {@link WriteDocumentation} brings it up to date. */
class WrittenPartsTest {

    private static final String WHAT_TO_DO = "%s is up to date; otherwise run mvn test -Dtest=WriteDocumentation";

    @ParameterizedTest
    @EnumSource
    void tablesAndChaptersAreUpToDate(GeneratedPart part) {
        assertThat(part.written()).as(WHAT_TO_DO, part).isEqualTo(part.expected());
    }

    @Test
    void thePictureOfTheModulesIsUpToDate() {
        assertThat(Documentation.read(ModulePicture.FILE))
                .as(WHAT_TO_DO, ModulePicture.FILE)
                .isEqualTo(ModulePicture.of(ModuleGraph.ofTheCode()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void eachProcessHasItsDiagram(ProcessDiagram diagram) {
        assertThat(diagram.isCurrent()).as(WHAT_TO_DO, diagram.picture()).isTrue();
    }

    static Stream<ProcessDiagram> diagrams() {
        return ProcessDiagram.all();
    }
}
