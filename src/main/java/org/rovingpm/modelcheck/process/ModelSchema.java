package org.rovingpm.modelcheck.process;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.known.Schema;
import org.springframework.stereotype.Component;

/** Reads models as Camunda's own tools do, which validate them against the schemas of BPMN and DMN. */
@Component
class ModelSchema implements Schema {

    @Override
    public Optional<String> problemOf(ModelFile file, boolean process) {
        try {
            ByteArrayInputStream content = new ByteArrayInputStream(file.content());
            if (process) {
                Bpmn.readModelFromStream(content);
            } else {
                Dmn.readModelFromStream(content);
            }
            return Optional.empty();
        } catch (ModelException broken) {
            Throwable cause = broken;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            String words = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
            return Optional.of(words.length() <= 200 ? words : words.substring(0, 200) + "…");
        }
    }
}
