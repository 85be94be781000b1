package org.rovingpm.modelcheck.bpmn;

import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.Provided.Kind;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Each bean that a model names exists, and is of the kind it is used as. */
class BeanRules implements Rule {

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.root().all().forEach(element -> {
            boolean listener = element.is("taskListener", "executionListener");
            String delegate = listener ? element.own("delegateExpression") : element.camunda("delegateExpression");
            if (delegate != null) {
                provided(element, delegate, kind(element), all, to);
            }
            String expression = listener
                    ? element.own("expression")
                    : element.is("serviceTask", "sendTask", "businessRuleTask", "messageEventDefinition")
                            ? element.camunda("expression")
                            : null;
            if (expression != null) {
                to.problem(
                        element,
                        "has an expression where a delegate belongs, %s: name one of our beans as its delegate expression."
                                .formatted(CallRules.shown(expression)));
            }
            if (listener
                    && delegate == null
                    && expression == null
                    && element.children("script").findAny().isEmpty()
                    && element.own("class") == null) {
                to.problem(
                        element,
                        "has a listener that names nothing: name one of our listeners as its delegate expression, or take it out.");
            }
        });
        file.nodes("serviceTask", "sendTask")
                .filter(task -> task.camunda("delegateExpression") == null
                        && task.camunda("expression") == null
                        && task.camunda("type") == null
                        && task.camunda("class") == null
                        && task.extensions("connector").findAny().isEmpty())
                .forEach(
                        task -> to.problem(
                                task,
                                "does nothing: name what it does as its delegate expression, such as #{alertTeam}, or make it from a template."));
    }

    private static Kind kind(XmlElement element) {
        return element.is("taskListener")
                ? Kind.TASK_LISTENER
                : element.is("executionListener") ? Kind.EXECUTION_LISTENER : Kind.DELEGATE;
    }

    private static void provided(XmlElement element, String delegate, Kind kind, SubmittedFiles all, Findings to) {
        Expressions.Expression read = all.expressions().read(delegate);
        if (read == null || !read.calls().isEmpty()) {
            return;
        }
        if (read.single() == null) {
            to.problem(
                    element,
                    "names its delegate as %s: name one bean, such as #{queueMessage}."
                            .formatted(CallRules.shown(delegate)));
        } else if (!all.provided().provides(read.single(), kind)) {
            to.problem(
                    element,
                    "names “%s”, which nobody provides as %s: correct the name, or ask the developers for it."
                            .formatted(
                                    read.single(),
                                    switch (kind) {
                                        case DELEGATE -> "a delegate";
                                        case TASK_LISTENER -> "a listener of tasks";
                                        case EXECUTION_LISTENER -> "a listener of steps";
                                    }));
        }
    }
}
