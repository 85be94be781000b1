package org.rovingpm.modelchange.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.xml.ReadXml;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Describes the differences between two versions of a decision: columns, rows and cells of its tables. */
final class DecisionDifferences {

    private final Map<String, Table> before;
    private final Map<String, Table> after;

    DecisionDifferences(byte[] before, byte[] after) {
        this.before = tables(before);
        this.after = tables(after);
    }

    /** A column of a table: an input or an output. */
    private record Column(String id, String label, String meaning) {}

    /** A row: its number as the Modeler shows it, its name if a column names the rows, and its cells by column. */
    private record Row(String id, int number, String name, Map<String, String> cells, String note) {

        String shown() {
            return name.isEmpty() ? "row %d".formatted(number) : "row %d (%s)".formatted(number, name);
        }
    }

    private record Table(
            String id, String name, String hitPolicy, Map<String, Column> columns, Map<String, Row> rows) {}

    List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        after.forEach((id, table) -> {
            if (before.containsKey(id)) {
                compare(before.get(id), table, all);
            } else {
                all.add(Difference.added(
                        id,
                        "Decision “%s” was added, with %d rows."
                                .formatted(table.name(), table.rows().size())));
            }
        });
        before.values().stream()
                .filter(table -> !after.containsKey(table.id()))
                .forEach(table ->
                        all.add(Difference.removed(table.id(), "Decision “%s” was removed.".formatted(table.name()))));
        return all;
    }

    private static void compare(Table old, Table now, List<Difference> all) {
        if (!old.name().equals(now.name())) {
            all.add(Difference.changed(
                    now.id(), "Decision “%s” is now called “%s”.".formatted(old.name(), now.name())));
        }
        if (!old.hitPolicy().equals(now.hitPolicy())) {
            all.add(Difference.changed(
                    now.id(),
                    "%s: the hit policy was “%s” and is now “%s”."
                            .formatted(now.name(), old.hitPolicy(), now.hitPolicy())));
        }
        now.columns().values().forEach(column -> {
            Column was = old.columns().get(column.id());
            if (was == null) {
                all.add(Difference.added(
                        column.id(), "%s: column “%s” was added.".formatted(now.name(), column.label())));
            } else if (!was.equals(column)) {
                all.add(Difference.changed(
                        column.id(),
                        "%s: column “%s” (%s) is now “%s” (%s)."
                                .formatted(now.name(), was.label(), was.meaning(), column.label(), column.meaning())));
            }
        });
        old.columns().values().stream()
                .filter(column -> !now.columns().containsKey(column.id()))
                .forEach(column -> all.add(Difference.removed(
                        column.id(), "%s: column “%s” was removed.".formatted(now.name(), column.label()))));
        rows(old, now, all);
    }

    private static void rows(Table old, Table now, List<Difference> all) {
        now.rows().values().forEach(row -> {
            Row was = old.rows().get(row.id());
            if (was == null) {
                all.add(Difference.added(
                        row.id(), "%s: row %d was added: %s.".formatted(now.name(), row.number(), inWords(row, now))));
            } else {
                cells(was, row, old, now, all);
            }
        });
        old.rows().values().stream()
                .filter(row -> !now.rows().containsKey(row.id()))
                .forEach(row -> all.add(Difference.removed(
                        row.id(),
                        "%s: row %d was removed: %s.".formatted(now.name(), row.number(), inWords(row, old)))));
        List<String> remaining =
                old.rows().keySet().stream().filter(now.rows()::containsKey).toList();
        if (!remaining.equals(
                now.rows().keySet().stream().filter(old.rows()::containsKey).toList())) {
            all.add(Difference.changed(now.id(), "%s: the order of the rows has changed.".formatted(now.name())));
        }
    }

    private static void cells(Row was, Row is, Table old, Table now, List<Difference> all) {
        is.cells().forEach((column, cell) -> {
            if (old.columns().containsKey(column) && !cell.equals(was.cells().getOrDefault(column, ""))) {
                all.add(Difference.changed(
                        is.id(),
                        "%s: %s, “%s” was “%s” and is now “%s”."
                                .formatted(
                                        now.name(),
                                        is.shown(),
                                        now.columns().get(column).label(),
                                        shown(was.cells().getOrDefault(column, "")),
                                        shown(cell))));
            }
        });
        if (!Objects.equals(was.note(), is.note())) {
            all.add(Difference.changed(
                    is.id(),
                    "%s: %s, the note was “%s” and is now “%s”."
                            .formatted(now.name(), is.shown(), was.note(), is.note())));
        }
    }

    private static String inWords(Row row, Table table) {
        return row.cells().entrySet().stream()
                .filter(cell -> !cell.getValue().isBlank())
                .map(cell ->
                        "%s: %s".formatted(table.columns().get(cell.getKey()).label(), cell.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Texts are shown without their quotation marks. */
    private static String shown(String cell) {
        return cell.isBlank() ? "any" : cell.replaceFirst("^\"([^\"]*)\"$", "$1");
    }

    private static Map<String, Table> tables(byte[] decision) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (XmlElement one : ReadXml.read(decision).children("decision").toList()) {
            XmlElement table = one.children("decisionTable").findFirst().orElse(one);
            Map<String, Column> columns = new LinkedHashMap<>();
            table.children("input")
                    .forEach(input -> columns.put(
                            input.own("id"),
                            new Column(
                                    input.own("id"),
                                    label(input),
                                    "asks "
                                            + input.children("inputExpression")
                                                    .map(DecisionDifferences::nested)
                                                    .findFirst()
                                                    .orElse(""))));
            table.children("output")
                    .forEach(output -> columns.put(
                            output.own("id"),
                            new Column(output.own("id"), label(output), "gives " + output.own("name"))));
            tables.put(
                    one.own("id"),
                    new Table(
                            one.own("id"),
                            label(one),
                            table.own("hitPolicy") != null ? table.own("hitPolicy") : "UNIQUE",
                            columns,
                            rows(table, List.copyOf(columns.keySet()))));
        }
        return tables;
    }

    private static Map<String, Row> rows(XmlElement table, List<String> columns) {
        boolean named = table.children("input").count() == 1;
        Map<String, Row> rows = new LinkedHashMap<>();
        for (XmlElement rule : table.children("rule").toList()) {
            Map<String, String> cells = new LinkedHashMap<>();
            List<XmlElement> entries = rule.children()
                    .filter(child -> child.tag().endsWith("Entry"))
                    .toList();
            for (int i = 0; i < Math.min(entries.size(), columns.size()); i++) {
                cells.put(columns.get(i), nested(entries.get(i)));
            }
            String note = rule.children("description")
                    .map(XmlElement::ownText)
                    .findFirst()
                    .orElse("");
            String name = named && !entries.isEmpty() ? nested(entries.get(0)).replace("\"", "") : "";
            rows.put(rule.own("id"), new Row(rule.own("id"), rows.size() + 1, name, cells, note));
        }
        return rows;
    }

    private static String nested(XmlElement element) {
        return element.children("text").map(XmlElement::ownText).findFirst().orElse("");
    }

    private static String label(XmlElement column) {
        return Stream.of("label", "name")
                .map(column::own)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
