package org.rovingpm.documentation;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The packaged decisions in chapters of the documentation: each table as people read it. */
final class DecisionTexts {

    private static final String ENDING = ".dmn";
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TEXTS = Pattern.compile(TEXT + "(\\s*,\\s*" + TEXT + ")*");
    private static final Pattern NUMBER = Pattern.compile("(?:(<=|>=|<|>)\\s*)?(-?[0-9.]+)");
    private static final Pattern RANGE = Pattern.compile("([\\[(])\\s*([0-9.]+?)\\s*\\.\\.\\s*([0-9.]+?)\\s*([\\])])");
    private static final Pattern NAME = Pattern.compile("[a-z]\\w*(?:_|[a-z][A-Z])\\w*");
    private static final int LONGEST_IN_BOLD = 30;
    private static final String ANYTHING = "–";
    private static final Map<String, String> WORDS =
            Map.of("", ANYTHING, "-", ANYTHING, "\"\"", ANYTHING, "true", "yes", "false", "no", "null", "not known");

    private DecisionTexts() {}

    static String chapters() {
        return Arrays.stream(new File("processes").listFiles())
                .filter(file -> file.getName().endsWith(ENDING))
                .sorted()
                .map(DecisionTexts::chapter)
                .collect(Collectors.joining("\n\n"));
    }

    private static String chapter(File file) {
        DmnModelInstance model = Dmn.readModelFromFile(file);
        String id = file.getName().replace(ENDING, "");
        List<Decision> decisions = new ArrayList<>(model.getModelElementsByType(Decision.class));
        // The decision that the file is named after first, then what it builds on
        decisions.sort((one, other) ->
                Boolean.compare(other.getId().equals(id), one.getId().equals(id)));
        return decisions.stream()
                .map(decision -> section(decision, decision.getId().equals(id) ? "###" : "####"))
                .collect(Collectors.joining("\n\n"));
    }

    private static String section(Decision decision, String heading) {
        DecisionTable table = (DecisionTable) decision.getExpression();
        return Stream.of(
                        heading + " " + decision.getName(),
                        description(decision),
                        "Id: `%s`. %s".formatted(decision.getId(), policy(table.getHitPolicy())),
                        table(table))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String policy(HitPolicy policy) {
        return switch (policy) {
            case UNIQUE -> "Exactly one row applies.";
            case FIRST -> "The first row that applies counts.";
            case COLLECT -> "Every row that applies counts.";
            case ANY -> "All rows that apply say the same.";
            default -> "Hit policy: " + policy + ".";
        };
    }

    private static String table(DecisionTable table) {
        boolean explained =
                table.getRules().stream().anyMatch(rule -> !description(rule).isEmpty());
        List<String> header = new ArrayList<>();
        table.getInputs().forEach(input -> header.add(question(input)));
        table.getOutputs().forEach(output -> header.add("**" + output.getLabel() + "**"));
        if (explained) {
            header.add("note");
        }
        return MarkdownTable.of(
                header,
                table.getRules().stream().map(rule -> row(rule, explained)).toList());
    }

    /** What is asked, and the expression behind it, which a process manager needs to change it. */
    private static String question(Input input) {
        return input.getLabel() + "<br>"
                + MarkdownTable.code(
                        input.getInputExpression().getText().getTextContent().strip());
    }

    private static List<String> row(Rule rule, boolean explained) {
        List<String> cells = new ArrayList<>();
        rule.getInputEntries().forEach(entry -> cells.add(cell(entry.getTextContent())));
        rule.getOutputEntries().forEach(entry -> cells.add(answer(cell(entry.getTextContent()))));
        if (explained) {
            cells.add(description(rule));
        }
        return cells;
    }

    private static String answer(String cell) {
        return cell.equals(ANYTHING) || cell.length() > LONGEST_IN_BOLD ? cell : "**" + cell + "**";
    }

    /** A cell in the words of people where it is simple, and as it is written where it is not. */
    static String cell(String written) {
        String text = written.strip();
        if (WORDS.containsKey(text)) {
            return WORDS.get(text);
        }
        if (TEXTS.matcher(text).matches()) {
            return TEXT.matcher(text)
                    .results()
                    .map(found -> word(found.group(1)))
                    .collect(Collectors.joining(" or "));
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            String sign = number.group(1) == null
                    ? ""
                    : number.group(1).replace("<=", "≤").replace(">=", "≥") + " ";
            return sign + number.group(2);
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return "%s%s to %s%s"
                    .formatted(
                            range.group(1).equals("[") ? "" : "above ",
                            range.group(2),
                            range.group(4).equals("]") ? "" : "below ",
                            range.group(3));
        }
        return MarkdownTable.code(text);
    }

    private static String word(String value) {
        if (value.matches("[A-Z][A-Z_]+")) {
            return value.charAt(0) + value.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return NAME.matcher(value).matches() ? MarkdownTable.code(value) : value;
    }

    private static String description(DmnElement element) {
        return element.getDescription() == null
                ? ""
                : element.getDescription()
                        .getTextContent()
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
