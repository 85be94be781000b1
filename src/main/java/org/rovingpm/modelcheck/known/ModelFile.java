package org.rovingpm.modelcheck.known;

import java.util.List;

/**
 * One file of a deployment.
 *
 * @param name    its name, whose ending gives its kind
 * @param content as it was sent
 */
public record ModelFile(String name, byte[] content) {

    private static final List<String> PROCESS = List.of(".bpmn", ".bpmn20.xml");
    private static final List<String> DECISION = List.of(".dmn", ".dmn11.xml");

    public boolean isProcess() {
        return PROCESS.stream().anyMatch(name::endsWith);
    }

    public boolean isDecision() {
        return DECISION.stream().anyMatch(name::endsWith);
    }

    public boolean isForm() {
        return name.endsWith(".form");
    }

    /** The name without folders. */
    public String shortName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
