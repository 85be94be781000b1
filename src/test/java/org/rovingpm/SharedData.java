package org.rovingpm;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files that the project does not ship: beside the checkout, or where ROVINGPM_TEST_DATA says. */
public class SharedData {

    private SharedData() {
    }

    /** The file of this name; where it is absent the test is skipped, saying so. */
    public static Path file(String name) {
        String folder = System.getProperty("rovingpm.test-data", System.getenv().getOrDefault("ROVINGPM_TEST_DATA", "../shared/data"));
        Path file = Path.of(folder, name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "Skipped: there is no " + file.toAbsolutePath().normalize());
        return file;
    }
}
