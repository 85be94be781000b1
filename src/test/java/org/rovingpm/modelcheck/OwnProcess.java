package org.rovingpm.modelcheck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rovingpm.modelcheck.known.ModelFile;

/** A process that a manager has drawn, small and in one line unless it says otherwise. */
public final class OwnProcess {

    private static final Pattern ID = Pattern.compile("id=\"([^\"]+)\"");

    private OwnProcess() {}

    /** @param body all that is in the process */
    public static ModelFile of(String id, String body) {
        return new ModelFile(id + ".bpmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions_%1$s" targetNamespace="http://bpmn.io/schema/bpmn">
                <bpmn:process id="%1$s" name="Own" isExecutable="true" camunda:historyTimeToLive="P30D">%2$s</bpmn:process>
                </bpmn:definitions>""".formatted(id, body).getBytes(StandardCharsets.UTF_8));
    }

    /** From a start event through the steps, one after the other, to an end event. */
    public static ModelFile inLine(String id, String... steps) {
        List<String> all = new ArrayList<>(List.of("<bpmn:startEvent id=\"start\" name=\"Begun\"/>"));
        all.addAll(List.of(steps));
        all.add("<bpmn:endEvent id=\"end\" name=\"Ended\"/>");
        StringBuilder body = new StringBuilder(String.join("\n", all));
        for (int step = 1; step < all.size(); step++) {
            body.append("<bpmn:sequenceFlow id=\"flow_%d\" sourceRef=\"%s\" targetRef=\"%s\"/>"
                    .formatted(step, id(all.get(step - 1)), id(all.get(step))));
        }
        return of(id, body.toString());
    }

    private static String id(String step) {
        Matcher id = ID.matcher(step);
        if (!id.find()) {
            throw new AssertionError(step);
        }
        return id.group(1);
    }
}
