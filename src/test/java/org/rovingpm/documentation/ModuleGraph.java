package org.rovingpm.documentation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rovingpm.RovingPmApplication;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.util.function.SingletonSupplier;

/**
 * The modules of the code and what each uses of the others.
 *
 * @param uses for each module, by its name, the names of those that it uses itself
 */
record ModuleGraph(Map<String, Set<String>> uses) {

    private static final String ROOT = "org.rovingpm";
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/demo/java"));
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private static final Supplier<ModuleGraph> OF_THE_CODE = SingletonSupplier.of(ModuleGraph::read);

    static ModuleGraph ofTheCode() {
        return OF_THE_CODE.get();
    }

    private static ModuleGraph read() {
        ApplicationModules modules = ApplicationModules.of(RovingPmApplication.class);
        return new ModuleGraph(modules.stream()
                .collect(Collectors.toMap(
                        ModuleGraph::name,
                        module -> module.getDirectDependencies(modules)
                                .uniqueModules()
                                .map(ModuleGraph::name)
                                .filter(other -> !other.equals(name(module)))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new)));
    }

    /** The same without what follows by way of others: where a uses b and b uses c, that a uses c is left out. */
    ModuleGraph reduced() {
        Map<String, Set<String>> reduced = new TreeMap<>();
        uses.forEach((module, used) -> {
            Set<String> direct = new TreeSet<>(used);
            used.forEach(other -> direct.removeAll(reachable(other)));
            reduced.put(module, direct);
        });
        return new ModuleGraph(reduced);
    }

    /** What the module is for, as its package says. */
    static String purpose(String module) {
        String comments = SOURCES.stream()
                .map(source ->
                        source.resolve(ROOT.replace('.', '/')).resolve(module).resolve("package-info.java"))
                .filter(Files::exists)
                .map(Documentation::read)
                .collect(Collectors.joining());
        Matcher comment = COMMENT.matcher(comments);
        if (!comment.find()) {
            throw new AssertionError("The package of the module " + module + " does not say what it is for");
        }
        return comment.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip();
    }

    private Set<String> reachable(String from) {
        Set<String> reached = new HashSet<>();
        for (String next : uses.get(from)) {
            if (reached.add(next)) {
                reached.addAll(reachable(next));
            }
        }
        return reached;
    }

    private static String name(ApplicationModule module) {
        return module.getBasePackage().getLocalName();
    }
}
