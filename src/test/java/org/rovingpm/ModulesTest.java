package org.rovingpm;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
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
