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

/** The rows of a table each of which is for one thing, or for a few, by their names: texts in its only input. */
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

    /** @return the names of all rows; a cell that holds anything but names counts for none */
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
     * What the code asks for must be there, and no name twice. A row that nothing asks for is only warned of, as is a user task
     * without a row: a process and the table may be changed one after the other, cases may still run in a version that has the
     * task, and what has no row is due all the same.
     */
    void check(KnownDecision.Rows known, SubmittedFiles all, Findings to) {
        if (table.children("input").count() != 1) {
            to.problem(
                    decision,
                    "asks for more than the name of a row: keep the one column that asks for “%s”."
                            .formatted(known.asks()));
            return;
        }
        Map<String, Integer> rows = readable(known, to);
        known.needed().stream()
                .filter(name -> !rows.containsKey(name))
                .sorted()
                .forEach(name -> to.problem(
                        decision,
                        "has lost the row “%s”, which the scheme asks for: put it back, by this name."
                                .formatted(name)));
        if (known.ofTasks()) {
            tasks(known, rows.keySet(), all, to);
        } else {
            rows.keySet().stream()
                    .filter(name -> !known.needed().contains(name))
                    .sorted()
                    .forEach(name -> to.warning(
                            decision,
                            "has a row “%s”, which the scheme never asks for: take it out, or use one of the names %s."
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
                        "does not name what rule %d is for: write a name in quotation marks, such as \"%s\"."
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
                        ("has no row “%s”, which is a user task of “%s”: add it. Without one the task takes the time of "
                                        + "an earlier name of it, or else that of “%s”.")
                                .formatted(task.label(), BpmnFile.processOf(task), known.other())));
    }
}
