package org.rovingpm.modelcheck.bpmn;

import java.util.List;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A technical step is queued, and one that calls a service is retried, so that a failure leaves nobody stuck. */
class RetryRules implements Rule {

    private static final String[] BY_ITSELF = {"serviceTask", "sendTask", "businessRuleTask"};

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.nodes(BY_ITSELF).forEach(task -> {
            boolean calls = task.extensions("connector").findAny().isPresent();
            if ((calls || task.camunda("delegateExpression") != null) && !"true".equals(task.camunda("asyncBefore"))) {
                to.problem(
                        task,
                        "is not queued, so its failure would undo what the person before it has done: tick “Asynchronous before”.");
            }
            if (calls
                    && task.extensions("failedJobRetryTimeCycle")
                            .allMatch(cycle -> cycle.text().isEmpty())) {
                to.problem(
                        task,
                        "calls a service and is not retried when that fails: set its retry time cycle, such as PT1M,PT5M,PT30M,PT2H,PT6H.");
            }
        });
        // Other tools have connectors of their own, which the engine passes over
        file.root()
                .all("connector")
                .filter(connector ->
                        XmlElement.CAMUNDA.equals(connector.element().getNamespaceURI()))
                .forEach(connector -> connector(connector, all, to));
    }

    private static void connector(XmlElement connector, SubmittedFiles all, Findings to) {
        List<String> kinds =
                connector.children("connectorId").map(XmlElement::text).toList();
        if (!kinds.equals(List.of("http-connector"))) {
            to.problem(
                    connector,
                    "has a connector of the kind “%s”, which is not allowed: use the http-connector."
                            .formatted(String.join(", ", kinds)));
        }
        String url = connector
                .children("inputOutput")
                .flatMap(mapping -> mapping.children("inputParameter"))
                .filter(input -> "url".equals(input.own("name")))
                .map(XmlElement::text)
                .findFirst()
                .orElse("");
        int colon = url.indexOf(':');
        if (colon < 0
                || !all.provided().services().contains(url.substring(0, colon).strip())) {
            to.problem(
                    connector,
                    "calls the address “%s”: a model may call services by their names only. Begin the url with one of %s and a colon."
                            .formatted(
                                    CallRules.shown(url),
                                    String.join(", ", all.provided().services())));
        }
    }
}
