package org.rovingpm;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
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
