package org.rovingpm.modelcheck.dmn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rovingpm.assessment.RatingFacts;
import org.rovingpm.engine.AllowedInModels;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.modelcheck.value.HistoryTimeRule;
import org.rovingpm.modelcheck.xml.XmlElement;
import org.rovingpm.supportcase.help.HelpKind;

/** The rules for decisions: their language, history, inputs and outputs. */
public class DecisionRules {

    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT");
    private static final Set<String> SEVERAL = Set.of("COLLECT", "RULE ORDER");

    private static final String[] EXPRESSIONS = {
        "inputEntry",
        "outputEntry",
        "inputExpression",
        "literalExpression",
        "inputValues",
        "outputValues",
        "defaultOutputEntry"
    };
    /** The namespaces of the versions that the engine does not read. */
    private static final Map<String, String> LATER = Map.of(
            "https://www.omg.org/spec/DMN/20211108/MODEL/", "1.4",
            "https://www.omg.org/spec/DMN/20230324/MODEL/", "1.5");

    /** A comma in a number, which FEEL reads as the end of one test and the beginning of another. */
    private static final Pattern THOUSANDS = Pattern.compile("[<>=]\\s*\\d{1,3},\\d{3}\\b|\\d,0\\d{2}\\b");

    private static final int MOST_RULES = 2_000;
    private static final int MOST_CELLS = 70_000;
    private static final int LONGEST_SHOWN = 100;

    private final Feel feel;
    private final TableCoverage coverage;

    public DecisionRules(Feel feel) {
        this.feel = feel;
        this.coverage = new TableCoverage(feel);
    }

    public void check(XmlElement root, SubmittedFiles all, Findings to) {
        String later = LATER.get(String.valueOf(root.element().getNamespaceURI()));
        if (later != null) {
            to.problem(
                    "The file is of DMN %s, and Camunda 7 reads DMN 1.3: save it in the Modeler as a DMN diagram of Camunda 7."
                            .formatted(later));
            return;
        }
        root.all().forEach(element -> element.attributes()
                .filter(attribute -> "expressionLanguage".equals(attribute.getLocalName())
                        || "inputExpressionLanguage".equals(attribute.getLocalName()))
                .filter(attribute ->
                        !AllowedInModels.FEEL.contains(attribute.getValue().toLowerCase(Locale.ROOT)))
                .forEach(attribute -> to.problem(
                        element,
                        ("is written in “%s”: decisions are written in FEEL. Set the expression "
                                        + "language to FEEL, or leave it empty.")
                                .formatted(attribute.getValue()))));
        Optional<List<String>> helpKinds =
                all.provided().lists().map(lists -> lists.of(HelpKind.class).codes());
        List<XmlElement> decisions = root.children("decision").toList();
        if (decisions.isEmpty()) {
            to.problem("The file has no decision: save it again in the Modeler as a DMN diagram of Camunda 7.");
        }
        Set<String> ids = decisions.stream().map(XmlElement::id).collect(Collectors.toSet());
        decisions.forEach(decision -> {
            String time = decision.element().getAttributeNS(XmlElement.CAMUNDA_DMN, "historyTimeToLive");
            HistoryTimeRule.check(decision, time.isBlank() ? null : time.strip(), all, to);
            decision.all("requiredDecision")
                    .map(required -> String.valueOf(required.own("href")).replaceFirst("^#", ""))
                    .filter(required -> !ids.contains(required))
                    .forEach(required -> to.problem(
                            decision,
                            "needs the decision “%s”, which is not in the file: put it back.".formatted(required)));
            if (ends(decision, to)) {
                answers(decision, KnownDecision.of(decision.id(), helpKinds), all, to);
            }
        });
    }

    /** @return whether everything in it can be evaluated in a moment */
    private boolean ends(XmlElement decision, Findings to) {
        List<XmlElement> rules = decision.all("rule").toList();
        long cells = decision.all("inputEntry", "outputEntry").count();
        if (rules.size() > MOST_RULES || cells > MOST_CELLS) {
            to.problem(
                    decision,
                    "has %s rules and %s cells, and more than %s or %s take too long: split it into several decisions."
                            .formatted(
                                    BritishFormat.number(rules.size()),
                                    BritishFormat.number(cells),
                                    BritishFormat.number(MOST_RULES),
                                    BritishFormat.number(MOST_CELLS)));
            return false;
        }
        List<String> endless = decision.all("text")
                .filter(text -> text.parent() != null && text.parent().is(EXPRESSIONS))
                .flatMap(text -> feel
                        .tooMuch(text.text())
                        .map(why -> "has an expression that %s It is: %s".formatted(why, shown(text.text())))
                        .stream())
                .toList();
        endless.forEach(sentence -> to.problem(decision, sentence));
        return endless.isEmpty();
    }

    private static String shown(String expression) {
        String line = expression.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }

    private void answers(XmlElement decision, KnownDecision known, SubmittedFiles all, Findings to) {
        XmlElement table = decision.children("decisionTable").findFirst().orElse(null);
        if (table == null) {
            if (known != null) {
                to.problem(
                        decision,
                        "is no longer a table, and the scheme needs a table's answers: make it a decision table again.");
            }
            return;
        }
        String policy = table.own("hitPolicy") == null ? "UNIQUE" : table.own("hitPolicy");
        if (!POLICIES.contains(policy)) {
            to.problem(
                    decision,
                    "has the hit policy %s, which Camunda 7 does not know: choose Unique, First, Any, Rule order or Collect."
                            .formatted(policy));
            return;
        }
        if (table.own("aggregation") != null && known != null) {
            to.problem(decision, "aggregates its answers, and the scheme needs each of them: remove the aggregation.");
        }
        if (known != null && known.single() == SEVERAL.contains(policy)) {
            to.problem(
                    decision,
                    (known.single()
                                    ? "may give several answers with the hit policy %s, and the scheme needs one: choose Unique or First."
                                    : "gives only one answer with the hit policy %s, and the scheme needs every reason: choose Collect.")
                            .formatted(policy));
        }
        boolean cells = cells(decision, table, known, to);
        if (known != null) {
            inputs(table, known, all.provided().lists().isEmpty(), to);
            Set<String> outputs = table.children("output")
                    .map(output -> String.valueOf(output.own("name")))
                    .collect(Collectors.toSet());
            known.outputs().keySet().stream()
                    .filter(output -> !outputs.contains(output))
                    .sorted()
                    .forEach(output -> to.problem(
                            decision,
                            "has lost the output “%s”, which the scheme needs: put it back with this name."
                                    .formatted(output)));
        }
        if (known != null && known.rows() != null) {
            new NamedRows(decision).check(known.rows(), all, to);
        } else if (cells) {
            coverage.check(decision, table, policy, known, to);
        }
    }

    /** @return whether every cell can be read */
    private boolean cells(XmlElement decision, XmlElement table, KnownDecision known, Findings to) {
        List<XmlElement> outputs = table.children("output").toList();
        boolean readable = true;
        int number = 0;
        for (XmlElement rule : table.children("rule").toList()) {
            number++;
            List<String> entries =
                    rule.children("outputEntry").map(XmlElement::text).toList();
            for (int column = 0; column < entries.size() && column < outputs.size(); column++) {
                String name = String.valueOf(outputs.get(column).own("name"));
                try {
                    Object value = feel.value(entries.get(column));
                    KnownDecision.Answer answer =
                            known == null ? null : known.outputs().get(name);
                    if (answer != null && !answer.understood().test(value)) {
                        to.problem(
                                decision,
                                "answers “%s” with %s in rule %d, which is unknown: use one of %s."
                                        .formatted(
                                                name,
                                                entries.get(column).isEmpty() ? "nothing" : entries.get(column),
                                                number,
                                                answer.expected()));
                    }
                } catch (Feel.Unreadable broken) {
                    readable = false;
                    to.problem(
                            decision,
                            "has an output in rule %d that cannot be read, %s: write texts in quotation marks."
                                    .formatted(number, entries.get(column)));
                }
            }
            for (String cell : rule.children("inputEntry").map(XmlElement::text).toList()) {
                if (!cell.contains("\"") && THOUSANDS.matcher(cell).find()) {
                    readable = false;
                    to.problem(
                            decision,
                            "has a condition in rule %d that is read as several numbers, %s: write numbers without a comma, such as 5000."
                                    .formatted(number, cell));
                    continue;
                }
                try {
                    if (CellTest.read(cell).isEmpty()) {
                        feel.holds(cell, null);
                    }
                } catch (Feel.Unreadable broken) {
                    readable = false;
                    to.problem(
                            decision,
                            "has a condition in rule %d that cannot be read, %s: write it as \"RED\", >= 2 or [1..5]."
                                    .formatted(number, cell));
                }
            }
        }
        return readable;
    }

    /** @param anyHelp whether it may ask about every kind of help, because nobody knows which there are */
    private static void inputs(XmlElement table, KnownDecision known, boolean anyHelp, Findings to) {
        table.children("input").forEach(input -> {
            String expression = input.children("inputExpression")
                    .map(XmlElement::text)
                    .findFirst()
                    .orElse("");
            if (expression.isEmpty()
                    || expression.matches("[A-Za-z_][A-Za-z0-9_]*")
                            && !known.facts().contains(expression)
                            && !(anyHelp && RatingFacts.isAboutHelp(expression))) {
                to.problem(
                        input.parent(),
                        "uses the input “%s”, which it is not given: it is given %s."
                                .formatted(
                                        expression,
                                        known.facts().stream().sorted().collect(Collectors.joining(", "))));
            }
        });
    }
}
