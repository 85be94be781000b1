package org.rovingpm.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The picture of one packaged process. It names the content of the model that it was drawn from, so that an old one is noticed. */
record ProcessDiagram(Path model) {

    private static final Pattern DRAWN_FROM = Pattern.compile("<!-- drawn from .* with SHA-256 ([0-9a-f]{64}) -->");

    static Stream<ProcessDiagram> all() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(ProcessDiagram::new)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path picture() {
        return Documentation.IMAGES.resolve(model.getFileName().toString().replace(".bpmn", ".svg"));
    }

    String xml() {
        return Documentation.read(model);
    }

    boolean isCurrent() {
        return Files.exists(picture())
                && DRAWN_FROM.matcher(Documentation.read(picture())).results().anyMatch(found -> found.group(1)
                        .equals(hash()));
    }

    void write(String svg) {
        String note = "<!-- drawn from %s with SHA-256 %s -->".formatted(model.getFileName(), hash());
        Documentation.write(
                picture(), svg.replaceFirst("(<svg[^>]*>)", "$1\n" + note).strip() + "\n");
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return model.toString();
    }
}
