package org.rovingpm.documentation;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Writes the parts of the documentation that are made from the code and the models: {@code mvn test -Dtest=WriteDocumentation}.
 * Diagrams need Chromium.
 */
class WriteDocumentation {

    @Test
    void tablesAndChapters() {
        for (GeneratedPart part : GeneratedPart.values()) {
            part.write();
        }
    }

    @Test
    void pictureOfTheModules() {
        Documentation.write(ModulePicture.FILE, ModulePicture.of(ModuleGraph.ofTheCode()));
    }

    @Test
    void diagramsOfTheProcesses() {
        List<ProcessDiagram> outdated =
                ProcessDiagram.all().filter(diagram -> !diagram.isCurrent()).toList();
        if (!outdated.isEmpty()) {
            try (DrawDiagrams draw = new DrawDiagrams()) {
                outdated.forEach(diagram -> diagram.write(draw.svg(diagram)));
            }
        }
    }
}
