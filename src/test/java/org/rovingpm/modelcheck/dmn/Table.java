package org.rovingpm.modelcheck.dmn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rovingpm.modelcheck.file.Finding;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.modelcheck.xml.ReadXml;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A decision table that a test makes: of each rule the cells of its inputs, and then its answer. */
final class Table {

    private final List<String> types;
    private final List<List<String>> rules = new ArrayList<>();

    private Table(List<String> types) {
        this.types = types;
    }

    /** @param types of its inputs, which are called a, b, c and so on */
    static Table of(String... types) {
        return new Table(List.of(types));
    }

    Table rule(String... cellsAndAnswer) {
        rules.add(List.of(cellsAndAnswer));
        return this;
    }

    Table rule(List<String> cellsAndAnswer) {
        rules.add(List.copyOf(cellsAndAnswer));
        return this;
    }

    List<List<String>> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return types + " " + rules;
    }

    /** @return what is said of its rules where only one may apply */
    Findings overlaps(String policy, Feel feel) {
        return check(policy, null, feel);
    }

    /** @return what is said of it where each input needs a rule */
    Findings gaps(Feel feel, KnownDecision known) {
        return check("FIRST", known, feel);
    }

    static List<String> sentences(List<Finding> findings) {
        return findings.stream().map(Finding::sentence).toList();
    }

    private Findings check(String policy, KnownDecision known, Feel feel) {
        XmlElement decision = decision();
        Findings findings = new Findings("table.dmn");
        new TableCoverage(feel)
                .check(decision, decision.children("decisionTable").findFirst().orElseThrow(), policy, known, findings);
        return findings;
    }

    private XmlElement decision() {
        StringBuilder text = new StringBuilder("<decision id=\"table\"><decisionTable>");
        for (int at = 0; at < types.size(); at++) {
            text.append("<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                    .formatted(types.get(at), (char) ('a' + at)));
        }
        text.append("<output name=\"answer\"/>");
        for (List<String> rule : rules) {
            text.append("<rule>");
            for (int at = 0; at < rule.size(); at++) {
                String entry = at < types.size() ? "inputEntry" : "outputEntry";
                text.append("<%s><text><![CDATA[%s]]></text></%s>".formatted(entry, rule.get(at), entry));
            }
            text.append("</rule>");
        }
        text.append("</decisionTable></decision>");
        try {
            return ReadXml.read(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (ReadXml.Unreadable unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
