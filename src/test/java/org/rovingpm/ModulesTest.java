package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.rovingpm");

    @Test
    void modulesKeepTheirBoundariesAndHaveNoCycles() {
        ApplicationModules.of(RovingPmApplication.class).verify();
    }

    /** The modules of a case in the order of its path: each may know those before it and none after it. */
    @Test
    void noModuleOfACaseKnowsOneThatComesLaterOnItsPath() {
        List<String> path = List.of(
                "supportcase", "assessment", "matching", "placement", "jobplan", "checkin", "casechange", "casepage");
        for (int at = 0; at < path.size() - 1; at++) {
            ArchRuleDefinition.noClasses()
                    .that()
                    .resideInAPackage(in(path.get(at)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(path.subList(at + 1, path.size()).stream()
                            .map(ModulesTest::in)
                            .toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    /** The compiler copies constants, such as the names in contracts of processes: who uses them is seen in the source alone. */
    @Test
    void noModuleUsesConstantsOfOneThatUsesIt() {
        Map<String, Set<String>> imports = importsOfModules();
        assertThat(imports.keySet()).hasSizeGreaterThan(20).allSatisfy(module -> {
            Set<String> reached = new TreeSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(module));
            while (!open.isEmpty()) {
                imports.getOrDefault(open.pop(), Set.of()).stream()
                        .filter(reached::add)
                        .forEach(open::push);
            }
            assertThat(reached).as("what " + module + " uses").doesNotContain(module);
        });
    }

    private static Map<String, Set<String>> importsOfModules() {
        Pattern anImport = Pattern.compile("^import (?:static )?org\\.rovingpm\\.([a-z]+)\\.", Pattern.MULTILINE);
        Path modules = Path.of("src/main/java/org/rovingpm");
        Map<String, Set<String>> imports = new TreeMap<>();
        try (Stream<Path> files =
                Files.find(modules, 20, (path, file) -> path.toString().endsWith(".java"))) {
            for (Path file :
                    files.filter(path -> !path.getParent().equals(modules)).toList()) {
                String module = modules.relativize(file).getName(0).toString();
                anImport.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(other -> !other.equals(module))
                        .forEach(other -> imports.computeIfAbsent(module, each -> new TreeSet<>())
                                .add(other));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return imports;
    }

    private static String in(String module) {
        return "org.rovingpm." + module + "..";
    }

    /** It is compiled with the application, and left out of the packaged jar. */
    @Test
    void nothingDependsOnTheDemonstrationOrOnTheDatabaseThatItBrings() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("org.rovingpm.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.rovingpm.demo..", "io.zonky..")
                .check(CLASSES);
    }

    @Test
    void onlyProcessPackagesAndTheEngineModuleKnowTheEngine() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "org.rovingpm.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void theDomainDoesNotKnowTheWeb() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "org.rovingpm.engine..", "org.rovingpm.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
                .check(CLASSES);
    }
}
