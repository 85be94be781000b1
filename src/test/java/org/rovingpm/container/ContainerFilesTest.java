package org.rovingpm.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rovingpm.SettingsTableTest;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The files for containers, as far as they can be tried without one: see {@code PackagedApplicationTest} for their start. */
@ApplicationTest
class ContainerFilesTest {

    private static final Pattern PINNED = Pattern.compile("[a-z-]+(/[a-z-]+)?:v?\\d+\\.\\d+[\\w.-]*");
    private static final Pattern ASKED_FOR =
            Pattern.compile("\\$\\{(\\w+):\\?is not set: copy .env.example to .env and fill it in}");

    private final Dockerfile dockerfile = new Dockerfile();
    private final ComposeFile compose = new ComposeFile();

    @LocalServerPort
    private int port;

    @Test
    void everyImageHasAVersion() {
        Stream<String> ofTheDockerfile = dockerfile.all("FROM").map(image -> image.replaceAll(" AS .*", ""));
        Stream<String> ofCompose = compose.services().values().stream()
                .filter(service -> service.containsKey("image"))
                .map(service -> service.get("image").toString());
        assertThat(Stream.concat(ofTheDockerfile, ofCompose)).hasSize(4).allMatch(PINNED.asMatchPredicate());
    }

    @Test
    void theApplicationIsNotRootAndOwnsNoneOfItsFiles() {
        assertThat(dockerfile.all("USER")).containsExactly("10001:10001");
        assertThat(dockerfile.all("COPY")).noneMatch(copy -> copy.contains("--chown"));
    }

    @Test
    void theImageIsMadeOfThePackagedJarAndOfNothingElseInTheFolder() throws IOException {
        assertThat(dockerfile.all("COPY").filter(copy -> !copy.contains("--from=layers")))
                .containsExactly("target/roving-pm-*.jar application.jar");
        assertThat(dockerfile.all("ADD")).isEmpty();
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).containsExactly("*", "!target/roving-pm-*.jar");
    }

    @Test
    void everySettingExists() throws IOException {
        Set<String> known = new TreeSet<>(SettingsTableTest.ofTheCode().keySet());
        known.addAll(settingsOfSpringBoot());
        assertThat(known).containsAll(compose.environment("application").keySet());
    }

    @Test
    void everySecretIsAskedForAndNoneHasADefault() throws IOException {
        Map<String, String> environment = compose.environment("application");
        environment
                .entrySet()
                .removeIf(setting -> !ASKED_FOR.matcher(setting.getValue()).matches());
        assertThat(environment.keySet())
                .containsExactlyInAnyOrder(
                        "ROVINGPM_DB_PASSWORD",
                        "ROVINGPM_ADMIN_USER",
                        "ROVINGPM_ADMIN_PASSWORD",
                        "ROVINGPM_SECOND_FACTOR_KEY");
        assertThat(compose.environment("database").get("POSTGRES_PASSWORD"))
                .isEqualTo(environment.get("ROVINGPM_DB_PASSWORD"));
        List<String> example = Files.readAllLines(Path.of(".env.example")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        assertThat(example)
                .containsExactlyInAnyOrderElementsOf(
                        environment.keySet().stream().map(name -> name + "=").toList());
        assertThat(Path.of(".gitignore")).content().contains("/.env\n");
    }

    @Test
    void theDatabaseIsTheOneThatTheApplicationLooksFor() {
        assertThat(compose.environment("application"))
                .containsEntry("ROVINGPM_DB_URL", "jdbc:postgresql://database:5432/rovingpm")
                .containsEntry("ROVINGPM_DB_USER", "rovingpm");
        assertThat(compose.config("application-user"))
                .contains("create role rovingpm login password", "create database rovingpm owner rovingpm")
                .doesNotContain("superuser");
    }

    @Test
    void theHealthCheckTellsAnApplicationThatIsReadyFromNone() throws Exception {
        assertThat(exitCode(dockerfile.healthCheck(port))).isZero();
        assertThat(exitCode(dockerfile.healthCheck(1))).isNotZero();
    }

    private static int exitCode(List<String> command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Set<String> settingsOfSpringBoot() throws IOException {
        Set<String> settings = new TreeSet<>();
        for (URL metadata : Collections.list(ContainerFilesTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : new ObjectMapper().readTree(metadata).path("properties")) {
                settings.add(property.path("name")
                        .asText()
                        .replace("-", "")
                        .replace('.', '_')
                        .toUpperCase(Locale.ROOT));
            }
        }
        return settings;
    }
}
