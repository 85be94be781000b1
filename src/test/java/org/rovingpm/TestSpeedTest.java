package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.rovingpm.demo.database.EmbeddedDatabase;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.Chromium;
import org.rovingpm.fixture.RunningApplication;
import org.springframework.boot.test.context.SpringBootTest;

/** {@code mvn test} stays quick: what needs a browser, another application or processes of its own says so by a tag. */
class TestSpeedTest {

    private static final Path CLASSES = Path.of("target/test-classes");

    @Test
    void whatUsesABrowserSaysSo() throws IOException {
        assertThat(testsThatName("com/microsoft/playwright/", path(Chromium.class), path(BrowserTest.class)))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(tags(test)).containsAnyOf("browser", "demonstration"));
    }

    @Test
    void whatStartsAnotherApplicationOrKillsOneSaysSo() throws IOException {
        assertThat(testsThatName(
                        path(RunningApplication.class), path(EmbeddedDatabase.class), path(ProcessHandle.class)))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(tags(test)).containsAnyOf("processes", "packaged"));
    }

    @Test
    void whatStartsTheApplicationInAnotherWayThanTheOthersSaysSo() throws IOException {
        assertThat(testsThatName(path(SpringBootTest.class))).isNotEmpty().allSatisfy(test -> assertThat(tags(test))
                .contains("demonstration"));
    }

    /** The test classes whose class file names one of these types. */
    private static List<Class<?>> testsThatName(String... types) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/rovingpm"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("TestSpeedTest.class"))
                    .filter(file -> Stream.of(types).anyMatch(content(file)::contains))
                    .<Class<?>>map(TestSpeedTest::loaded)
                    .filter(type -> !ReflectionSupport.findMethods(
                                    type,
                                    method -> AnnotationSupport.isAnnotated(method, Testable.class),
                                    HierarchyTraversalMode.TOP_DOWN)
                            .isEmpty())
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    private static Class<?> loaded(Path file) {
        String name =
                CLASSES.relativize(file).toString().replaceAll("\\.class$", "").replace('/', '.');
        try {
            return Class.forName(name, false, TestSpeedTest.class.getClassLoader());
        } catch (ClassNotFoundException moved) {
            throw new AssertionError(name + " cannot be loaded", moved);
        }
    }

    private static String path(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static Set<String> tags(Class<?> test) {
        return AnnotationSupport.findRepeatableAnnotations(test, Tag.class).stream()
                .map(Tag::value)
                .collect(Collectors.toSet());
    }
}
