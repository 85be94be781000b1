package org.rovingpm.modelcheck.dmn;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/** The rows of a table that are named by the texts in its only input; a row may have several names. */
public class NamedRows {

    private static final String NAME = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern NAMES = Pattern.compile(NAME);
    private static final Pattern CELL = Pattern.compile(NAME + "(\\s*,\\s*" + NAME + ")*");

    private final XmlElement decision;
    private final XmlElement table;

    /** @param decision with a table */
    public NamedRows(XmlElement decision) {
        this.decision = decision;
        this.table = decision.children("decisionTable").findFirst().orElseThrow();
    }

    /** @return the names of all rows; a cell with anything but names has none */
    public Set<String> names() {
        return rows().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private List<Set<String>> rows() {
        return table.children("rule")
                .map(rule -> rule.children("inputEntry")
                        .findFirst()
                        .map(XmlElement::text)
                        .orElse(""))
                .map(NamedRows::names)
                .toList();
    }

    private static Set<String> names(String cell) {
        return !CELL.matcher(cell).matches()
                ? Set.of()
                : NAMES.matcher(cell)
                        .results()
                        .map(name -> name.group(1).replaceAll("\\\\(.)", "$1"))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Names that the code uses must have a row, and no name may have two. An unused row and a user task without a row
     * are only warnings, because process and table may be changed one after the other, cases may still run in a
     * version with the task, and a task without a row has a due date all the same.
     */
    void check(KnownDecision.Rows known, SubmittedFiles all, Findings to) {
        if (table.children("input").count() != 1) {
            to.problem(decision, "has more than one input: keep only the column for “%s”.".formatted(known.asks()));
            return;
        }
        Map<String, Integer> rows = readable(known, to);
        known.needed().stream()
                .filter(name -> !rows.containsKey(name))
                .sorted()
                .forEach(name -> to.problem(
                        decision,
                        "has lost the row “%s”, which the scheme needs: put it back with this name.".formatted(name)));
        if (known.ofTasks()) {
            tasks(known, rows.keySet(), all, to);
        } else {
            rows.keySet().stream()
                    .filter(name -> !known.needed().contains(name))
                    .sorted()
                    .forEach(name -> to.warning(
                            decision,
                            "has a row “%s”, which the scheme never uses: remove it, or use one of the names %s."
                                    .formatted(
                                            name,
                                            known.needed().stream()
                                                    .sorted()
                                                    .map("“%s”"::formatted)
                                                    .collect(Collectors.joining(", ")))));
        }
    }

    /** @return for each name, the number of its row as the Modeler shows it */
    private Map<String, Integer> readable(KnownDecision.Rows known, Findings to) {
        Map<String, Integer> rows = new HashMap<>();
        int number = 0;
        for (Set<String> names : rows()) {
            int row = ++number;
            if (names.isEmpty()) {
                to.problem(
                        decision,
                        "has no name in rule %d: write one in quotation marks, such as \"%s\"."
                                .formatted(row, known.other()));
            }
            names.forEach(name -> {
                Integer other = rows.putIfAbsent(name, row);
                if (other != null) {
                    to.problem(decision, "has “%s” in rule %d and in rule %d: keep one.".formatted(name, other, row));
                }
            });
        }
        return rows;
    }

    private void tasks(KnownDecision.Rows known, Set<String> rows, SubmittedFiles all, Findings to) {
        Set<String> tasks = all.userTasks().map(XmlElement::label).collect(Collectors.toSet());
        rows.stream()
                .filter(name -> !known.needed().contains(name) && !tasks.contains(name))
                .sorted()
                .forEach(name -> to.warning(
                        decision,
                        ("has a row “%s”, and no process has a user task of this name: write it as in the process, or take "
                                        + "the row out once no case runs in a version that has the task.")
                                .formatted(name)));
        all.userTasksInForce()
                .filter(BpmnFile::hasDeadlineByName)
                .filter(task -> !rows.contains(task.label()))
                .forEach(task -> to.warning(
                        decision,
                        "has no row “%s”, which is a user task of “%s”: add it. Without one, the time of its earlier name applies, or else that of “%s”."
                                .formatted(task.label(), BpmnFile.processOf(task), known.other())));
    }
}
