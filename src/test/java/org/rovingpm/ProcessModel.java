package org.rovingpm;

import java.io.File;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One packaged BPMN model; shown in test names by its file name. */
public record ProcessModel(String name, BpmnModelInstance model) {

    public static Stream<ProcessModel> all() {
        File[] files = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        return Arrays.stream(files)
                .sorted()
                .map(file -> new ProcessModel(file.getName().replace(".bpmn", ""), Bpmn.readModelFromFile(file)));
    }

    /** The ids of all flow nodes of a process, those in its sub-processes included. */
    public static List<String> flowNodes(String process) {
        return Bpmn.readModelFromFile(new File("processes/" + process + ".bpmn"))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .toList();
    }

    public Process process() {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            throw new AssertionError(name + " has " + processes.size() + " processes");
        }
        return processes.iterator().next();
    }

    public <T extends ModelElementInstance> Stream<T> elements(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    @Override
    public String toString() {
        return name;
    }
}
