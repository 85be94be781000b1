package org.rovingpm.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation points to is there, and its first page stays short. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern PATH =
            Pattern.compile("`((?:src|processes|forms|messages|docs|\\.ci)/[\\w./-]*[\\w/])`");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final int LONGEST_README = 150;

    @ParameterizedTest
    @MethodSource("documents")
    void eachLinkAndPictureIsThere(Path document) {
        assertThat(links(document)).filteredOn(link -> !link.isAbsolute()).allSatisfy(link -> assertThat(
                        target(document, link))
                .as("%s links %s", document, link)
                .exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void eachHeadingThatIsLinkedIsThere(Path document) {
        assertThat(links(document))
                .filteredOn(link -> !link.isAbsolute() && link.getFragment() != null)
                .allSatisfy(link -> assertThat(anchors(target(document, link)))
                        .as("%s links %s", document, link)
                        .contains(link.getFragment()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void eachPathThatIsNamedIsThere(Path document) {
        assertThat(PATH.matcher(Documentation.read(document)).results().map(found -> Path.of(found.group(1))))
                .allSatisfy(path ->
                        assertThat(path).as("%s names %s", document, path).exists());
    }

    @Test
    void eachPictureIsShown() throws IOException {
        Set<Path> shown = documents()
                .flatMap(document -> links(document).stream()
                        .filter(link -> !link.isAbsolute())
                        .map(link -> target(document, link)))
                .collect(Collectors.toSet());
        try (Stream<Path> images = Files.list(Documentation.IMAGES)) {
            assertThat(images).isNotEmpty().allSatisfy(image -> assertThat(shown)
                    .contains(image));
        }
    }

    @Test
    void theFirstPageIsShort() {
        assertThat(Documentation.read(Path.of("README.md")).lines().count()).isLessThanOrEqualTo(LONGEST_README);
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Documentation.FOLDER)) {
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                            .map(Path::of),
                    docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList()
                    .stream();
        }
    }

    private static List<URI> links(Path document) {
        return LINK.matcher(CODE.matcher(Documentation.read(document)).replaceAll(""))
                .results()
                .map(found -> URI.create(found.group(1)))
                .toList();
    }

    private static Path target(Path document, URI link) {
        return link.getPath().isEmpty()
                ? document
                : Path.of("").resolve(document).resolveSibling(link.getPath()).normalize();
    }

    /** The names by which headings are linked: small letters and digits, hyphens for spaces, nothing else. */
    private static List<String> anchors(Path document) {
        return HEADING.matcher(CODE.matcher(Documentation.read(document)).replaceAll(""))
                .results()
                .map(found -> found.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
