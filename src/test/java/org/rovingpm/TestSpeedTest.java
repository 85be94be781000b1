package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.boot.test.context.SpringBootTest;

/** {@code mvn test} stays quick: what needs a browser, another application or processes of its own says so by a tag. */
class TestSpeedTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("org.rovingpm");

    private static final Set<String> STARTS_PROCESSES = Set.of(
            RunningApplication.class.getName(),
            ProcessHandle.class.getName(),
            "org.rovingpm.database.EmbeddedDatabase");

    @Test
    void whatUsesABrowserSaysSo() {
        assertThat(testsThatUse("com.microsoft.playwright.", Chromium.class.getName(), BrowserTest.class.getName()))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(tags(test)).containsAnyOf("browser", "demonstration"));
    }

    @Test
    void whatStartsAnotherApplicationOrKillsOneSaysSo() {
        assertThat(testsThatUse(STARTS_PROCESSES.toArray(String[]::new)))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(tags(test)).containsAnyOf("processes", "packaged"));
    }

    @Test
    void whatStartsTheApplicationInAnotherWayThanTheOthersSaysSo() {
        assertThat(tests().filter(test -> test.isAnnotatedWith(SpringBootTest.class)))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(tags(test)).contains("demonstration"));
    }

    private static Stream<JavaClass> testsThatUse(String... types) {
        return tests().filter(test -> test.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .anyMatch(used -> Stream.of(types).anyMatch(used.getName()::startsWith)));
    }

    private static Stream<JavaClass> tests() {
        return TESTS.stream().filter(type -> type.getMethods().stream()
                .anyMatch(method -> method.isMetaAnnotatedWith(org.junit.platform.commons.annotation.Testable.class)));
    }

    private static Set<String> tags(JavaClass test) {
        return AnnotationSupport.findRepeatableAnnotations(test.reflect(), Tag.class).stream()
                .map(Tag::value)
                .collect(Collectors.toSet());
    }
}
