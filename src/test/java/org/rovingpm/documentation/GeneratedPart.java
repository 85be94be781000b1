package org.rovingpm.documentation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.Ability;
import org.rovingpm.access.Role;
import org.rovingpm.access.Sight;
import org.rovingpm.access.call.AllowedCalls;
import org.rovingpm.access.call.Call;

/**
 * A part of a document that is written from the code or the models. It stands between the comments
 * {@code <!-- name -->} and {@code <!-- /name -->}.
 */
enum GeneratedPart {
    WHAT_ROLES_SEE("security.md", GeneratedPart::whatRolesSee),
    ENGINE_CALLS("security.md", GeneratedPart::engineCalls),
    MODULES("architecture.md", GeneratedPart::modules),
    PROCESSES("architecture.md", ProcessTexts::processes),
    TIMERS("architecture.md", ProcessTexts::timers),
    PROCESS_CHAPTERS("managers-guide.md", ProcessTexts::chapters),
    DECISION_CHAPTERS("managers-guide.md", DecisionTexts::chapters),
    FORM_CHAPTERS("managers-guide.md", FormTexts::chapters);

    private final Path document;
    private final Supplier<String> text;

    GeneratedPart(String document, Supplier<String> text) {
        this.document = Documentation.FOLDER.resolve(document);
        this.text = text;
    }

    /** What should be there. */
    String expected() {
        return text.get();
    }

    /** What is there. */
    String written() {
        String all = Documentation.read(document);
        return all.substring(begin(all), end(all)).strip();
    }

    void write() {
        String all = Documentation.read(document);
        Documentation.write(
                document, all.substring(0, begin(all)) + "\n\n" + expected() + "\n\n" + all.substring(end(all)));
    }

    private int begin(String all) {
        return find(all, "<!-- " + marker() + " -->") + marker().length() + "<!--  -->".length();
    }

    private int end(String all) {
        return find(all, "<!-- /" + marker() + " -->");
    }

    private int find(String all, String comment) {
        int found = all.indexOf(comment);
        if (found < 0) {
            throw new AssertionError(document + " lacks the comment " + comment);
        }
        return found;
    }

    private String marker() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String modules() {
        ModuleGraph modules = ModuleGraph.ofTheCode();
        return MarkdownTable.of(
                List.of("module", "what it is for", "uses"),
                modules.uses().entrySet().stream()
                        .map(module -> List.of(
                                MarkdownTable.code(module.getKey()),
                                ModuleGraph.purpose(module.getKey()),
                                module.getValue().isEmpty() ? "–" : String.join(", ", module.getValue())))
                        .toList());
    }

    private static String whatRolesSee() {
        return MarkdownTable.of(
                Stream.concat(
                                Stream.of("what", "where"),
                                Arrays.stream(Role.values()).map(Role::one))
                        .toList(),
                Arrays.stream(Sight.values())
                        .map(sight -> Stream.concat(
                                        Stream.of(sight.thing(), sight.door()),
                                        Arrays.stream(Role.values()).map(role -> seen(sight, role)))
                                .toList())
                        .toList());
    }

    private static String seen(Sight sight, Role role) {
        if (sight.ofAll(role)) {
            return "yes";
        }
        return sight.ofOwn(role) ? "own" : "–";
    }

    private static String engineCalls() {
        List<List<Call>> lists = Stream.concat(
                        Stream.of(AllowedCalls.ofAllWithAnAccount()),
                        Arrays.stream(Ability.values()).map(AllowedCalls::of))
                .toList();
        return MarkdownTable.of(
                Stream.concat(
                                Stream.of("address", "everybody"),
                                Arrays.stream(Ability.values()).map(Ability::application))
                        .toList(),
                lists.stream()
                        .flatMap(List::stream)
                        .map(Call::address)
                        .distinct()
                        .sorted()
                        .map(address -> Stream.concat(
                                        Stream.of(MarkdownTable.code(address)),
                                        lists.stream().map(list -> methods(list, address)))
                                .toList())
                        .toList());
    }

    private static String methods(List<Call> calls, String address) {
        String methods = calls.stream()
                .filter(call -> call.address().equals(address))
                .map(Call::method)
                .sorted()
                .collect(Collectors.joining(", "));
        return methods.isEmpty() ? "–" : methods;
    }
}
