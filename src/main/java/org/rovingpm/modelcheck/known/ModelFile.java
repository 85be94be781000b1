package org.rovingpm.modelcheck.known;

import java.util.List;

/**
 * One file that somebody wants to put in force.
 *
 * @param name    its name, whose ending says what it is
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

    /** The name without folders: what a person calls the file. */
    public String shortName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
