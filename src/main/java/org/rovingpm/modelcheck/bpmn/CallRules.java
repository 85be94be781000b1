package org.rovingpm.modelcheck.bpmn;

import java.util.stream.Stream;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Expressions name variables and beans, and call no methods. */
class CallRules implements Rule {

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.root()
                .all()
                .filter(element -> !element.is("documentation", "textAnnotation", "text"))
                .forEach(element -> Stream.concat(
                                element.attributes().map(attribute -> attribute.getValue()),
                                Stream.of(element.ownText()))
                        .filter(Expressions::isExpression)
                        .forEach(text -> check(element, text, all, to)));
    }

    private static void check(XmlElement element, String text, SubmittedFiles all, Findings to) {
        Expressions.Expression read = all.expressions().read(text);
        if (read == null) {
            to.problem(
                    element,
                    "has an expression that cannot be read, %s: write it as ${name} or ${name == 'VALUE'}."
                            .formatted(shown(text)));
            return;
        }
        read.calls()
                .forEach(call -> to.problem(
                        element,
                        ("has an expression that calls “%s”, %s: expressions call nothing. Ask a variable, "
                                        + "write a time as a duration such as P2D, or use a decision.")
                                .formatted(call, shown(text))));
        read.properties()
                .forEach(property -> to.problem(
                        element,
                        "has an expression that reads “%s”, %s: this cannot be asked in a model. Ask a variable."
                                .formatted(property, shown(text))));
    }

    static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
