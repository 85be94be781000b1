package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.Code;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private static final JavaClasses CLASSES = Code.WITHOUT_TESTS;

    @Test
    void modulesKeepTheirBoundariesAndHaveNoCycles() {
        ApplicationModules.of(RovingPmApplication.class).verify();
    }

    /** The floors of the house, from the ground up: a module may know those of the floors below it and no others. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("calendar", "contract", "start"),
            List.of("format"),
            List.of("access", "database"),
            List.of("choice"),
            List.of("submission"),
            List.of("engine", "web"),
            List.of("account"),
            List.of("deputy", "practice"),
            List.of("supportcase"),
            List.of("hiddencase"),
            List.of("answer", "document", "draft", "funding", "note", "opentask", "referral", "roster", "watchlist"),
            List.of("caselist", "fairspread", "notification", "survey"),
            List.of("linkedcase", "reply"),
            List.of("assessment", "deadline", "stuck"),
            List.of("advice", "alert", "matching"),
            List.of("placement"),
            List.of("jobplan"),
            List.of("checkin"),
            List.of("casechange"),
            List.of("bulkchange", "casepage", "modelcheck", "practicepage", "schemestart"),
            List.of("home", "modelchange", "pmpage", "processhistory"),
            List.of("demo"));

    static Stream<String> modules() {
        return FLOORS.stream().flatMap(List::stream);
    }

    @Test
    void everyModuleIsOnOneFloor() {
        assertThat(modules())
                .containsExactlyInAnyOrderElementsOf(ApplicationModules.of(RovingPmApplication.class).stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noModuleKnowsOneBesideOrAboveIt(String module) {
        int floor = floorOf(module);
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FLOORS.subList(floor, FLOORS.size()).stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(module))
                        .map(ModulesTest::in)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    /** The compiler copies constants, such as the names in contracts of processes: who uses them is seen in the source alone. */
    @ParameterizedTest
    @MethodSource("modules")
    void noModuleImportsAConstantFromOneBesideOrAboveIt(String module) {
        int floor = floorOf(module);
        assertThat(importedBy(module))
                .allSatisfy(other -> assertThat(floorOf(other)).as(other).isLessThan(floor));
    }

    private static Set<String> importedBy(String module) {
        Pattern anImport = Pattern.compile("^import (?:static )?org\\.rovingpm\\.([a-z]+)\\.", Pattern.MULTILINE);
        Set<String> imported = new TreeSet<>();
        for (String sources : List.of("src/main/java", "src/demo/java")) {
            Path folder = Path.of(sources, "org/rovingpm", module);
            if (Files.exists(folder)) {
                try (Stream<Path> files =
                        Files.find(folder, 20, (path, file) -> path.toString().endsWith(".java"))) {
                    for (Path file : files.toList()) {
                        anImport.matcher(Files.readString(file))
                                .results()
                                .forEach(found -> imported.add(found.group(1)));
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        imported.remove(module);
        return imported;
    }

    private static int floorOf(String module) {
        return IntStream.range(0, FLOORS.size())
                .filter(at -> FLOORS.get(at).contains(module))
                .findFirst()
                .orElseThrow();
    }

    private static String in(String module) {
        return "org.rovingpm." + module + "..";
    }

    @Test
    void noPackageIsPartOfACircle() {
        SlicesRuleDefinition.slices()
                .matching("org.rovingpm.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** What fits in the head: with package-info, in the application, its demonstration and its tests. */
    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/demo/java", "src/test/java"})
    void noPackageHasMoreThanTwentyFiveFiles(String sources) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(sources))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting())))
                    .isNotEmpty()
                    .allSatisfy((folder, count) -> assertThat(count).isLessThanOrEqualTo(25));
        }
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
