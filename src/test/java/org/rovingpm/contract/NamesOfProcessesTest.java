package org.rovingpm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The names of processes and of what they are made of are spelt in their contracts and models and nowhere else.
 *
 * <p>Every text in Java that is such a name, and no more, is found. Names that are also something else (the field of a form, of a
 * decision or of a template, the name of a template or a package: "rag", "caseReference") are found where the engine is given them: among the
 * arguments of what reads and sets variables, asks for them or starts processes. Within longer texts (SQL, addresses, the
 * sentences that tests expect) a name may stand, but whatever has the form of the id of a step is one that a model has.
 */
class NamesOfProcessesTest {

    private static final Contracts CONTRACTS = new Contracts();
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<![:\"\\w])//[^\\n]*", Pattern.DOTALL);
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\".*?\"\"\"", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern ENGINE_CALL =
            Pattern.compile("\\b(?:[gs]etVariables?(?:Local)?|removeVariable|hasVariable\\w*"
                    + "|variableName(?:In|Like)?|(?:process)?[vV]ariableValue\\w*|putValue|startProcessInstance\\w*"
                    + "|camundaIn|camundaOut)\\(");
    private static final Pattern STEP =
            Pattern.compile("\\b(?:userTask|serviceTask|startEvent|endEvent|boundaryEvent|intermediateEvent"
                    + "|throwEvent|callActivity|subProcess|gateway)_[a-z]\\w*");

    private static final Set<String> ALSO_SOMETHING_ELSE = alsoSomethingElse();

    /** A text in a file of Java. */
    private record Found(Path file, int line, String text) {

        @Override
        public String toString() {
            return "%s:%d \"%s\"".formatted(file, line, text);
        }
    }

    @Test
    void noNameOfAProcessIsSpeltOutsideOfItsContract() {
        Set<String> names = CONTRACTS.all().stream()
                .flatMap(contract -> Stream.of(
                                Set.of(contract.process()),
                                contract.nodes(),
                                contract.variables(),
                                contract.messages(),
                                contract.signals())
                        .flatMap(Set::stream))
                .collect(Collectors.toSet());
        names.addAll(CONTRACTS.sharedVariables());

        assertThat(javaFiles().filter(file -> !declaresNames(file)).flatMap(file -> spelt(file, names).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'task.getVariable(\"rag\")', 1",
        "'start(Map.of(\"rag\", rag))', 0",
        "'runtime.startProcessInstanceByKey(key, Map.of(\"x\", f(1), \"rag\", rag))', 1",
        "'f(\"planApproved\")', 1",
        "'f(\"support-case\")', 1",
        "'f(\"/support-case/start\")', 0",
        "'/** \"planApproved\" */ f()', 0"
    })
    void aNameIsFoundWhereItIsSpelt(String java, int found) {
        assertThat(spelt(Path.of("Any.java"), java, Set.of("rag", "planApproved", "support-case")))
                .hasSize(found);
    }

    /** Statements and addresses are written as they are run: a step that is renamed in its model is found in them. */
    @Test
    void whatHasTheFormOfAStepInALongerTextIsOneOfAModel() {
        Set<String> models = files("processes", ".bpmn")
                .flatMap(file -> matches(STEP, content(file)).map(MatchResult::group))
                .collect(Collectors.toSet());
        assertThat(Stream.concat(files("src/main/resources", ".sql"), files("src/main/java", ".java"))
                        .flatMap(file -> matches(
                                        STEP, COMMENT.matcher(content(file)).replaceAll(""))
                                .map(step -> new Found(file, 0, step.group()))))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(models).as(step.toString()).contains(step.text()));
    }

    /** What a process is to them, its contract and its module declare. */
    @Test
    void theEngineAndWhoMayDoWhatKnowNoProcessByName() {
        Pattern key = Pattern.compile(CONTRACTS.all().stream()
                .flatMap(contract ->
                        Stream.of(contract.process(), contract.type().getSimpleName()))
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

        assertThat(Stream.of("engine", "access")
                        .flatMap(module -> files("src/main/java/org/rovingpm/" + module, ".java"))
                        .flatMap(file -> Stream.of(key, STEP)
                                .flatMap(name -> matches(name, blanked(COMMENT, content(file))))
                                .map(name -> new Found(file, 0, name.group()))))
                .isEmpty();
    }

    private static boolean declaresNames(Path file) {
        return file.endsWith("CaseVariables.java") || content(file).contains("@ProcessContract(");
    }

    private static List<Found> spelt(Path file, Set<String> names) {
        return spelt(file, content(file), names);
    }

    private static List<Found> spelt(Path file, String java, Set<String> names) {
        String code = blanked(TEXT_BLOCK, blanked(COMMENT, java));
        List<int[]> calls = engineCalls(code);
        List<Found> found = new ArrayList<>();
        matches(LITERAL, code)
                .filter(literal -> names.contains(literal.group(1)))
                .forEach(literal -> {
                    boolean given =
                            calls.stream().anyMatch(call -> call[0] <= literal.start() && literal.end() <= call[1]);
                    if (given || !ALSO_SOMETHING_ELSE.contains(literal.group(1))) {
                        found.add(new Found(file, lineAt(code, literal.start()), literal.group(1)));
                    }
                });
        return found;
    }

    /** Where the arguments of each call begin and end. */
    private static List<int[]> engineCalls(String code) {
        List<int[]> calls = new ArrayList<>();
        matches(ENGINE_CALL, code).forEach(call -> {
            int open = 1;
            int at = call.end();
            while (open > 0 && at < code.length()) {
                open += code.charAt(at) == '(' ? 1 : code.charAt(at) == ')' ? -1 : 0;
                at++;
            }
            calls.add(new int[] {call.end(), at});
        });
        return calls;
    }

    /** Blanks, so that what is left stands where it stood. */
    private static String blanked(Pattern what, String code) {
        return what.matcher(code).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
    }

    private static int lineAt(String code, int position) {
        return (int) code.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }

    private static Set<String> alsoSomethingElse() {
        return Stream.of(
                        files("forms", ".form").flatMap(file -> groups("\"(?:key|path)\":\\s*\"(\\w+)\"", file)),
                        files("processes", ".dmn")
                                .flatMap(file -> Stream.concat(
                                        groups("<output [^>]*name=\"(\\w+)\"", file),
                                        groups("<inputExpression[^>]*>\\s*<text>\\s*(\\w+)\\s*</text>", file))),
                        files("messages", ".txt").flatMap(file -> groups("\\{\\{[#^]?(\\w+)}}", file)),
                        files("messages", ".txt")
                                .map(file -> file.getFileName().toString().replace(".txt", "")),
                        files("src/main/java", "package-info.java")
                                .map(file -> file.getParent().getFileName().toString()))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> groups(String pattern, Path file) {
        return matches(Pattern.compile(pattern), content(file)).map(found -> found.group(1));
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static Stream<Path> javaFiles() {
        return Stream.of("src/main/java", "src/demo/java", "src/test/java")
                .flatMap(folder -> files(folder, ".java"))
                .filter(file -> !file.endsWith("NamesOfProcessesTest.java"));
    }

    private static Stream<Path> files(String folder, String ending) {
        try (Stream<Path> files =
                Files.find(Path.of(folder), 20, (path, file) -> path.toString().endsWith(ending))) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
