package org.rovingpm;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files that the project does not ship: beside the checkout, or where ROVINGPM_TEST_DATA says. */
public class SharedData {

    private SharedData() {}

    /** The file of this name; where it is absent the test is skipped, saying so. */
    public static Path file(String name) {
        Assumptions.assumeTrue(
                isPresent(name),
                () -> "Skipped: there is no " + path(name).toAbsolutePath().normalize());
        return path(name);
    }

    public static boolean isPresent(String name) {
        return Files.isReadable(path(name));
    }

    private static Path path(String name) {
        return Path.of(
                System.getProperty(
                        "rovingpm.test-data", System.getenv().getOrDefault("ROVINGPM_TEST_DATA", "../shared/data")),
                name);
    }
}
