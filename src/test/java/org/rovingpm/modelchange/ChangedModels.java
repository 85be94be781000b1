package org.rovingpm.modelchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packaged models as managers change them in the Modeler. */
public final class ChangedModels {

    private ChangedModels() {}

    /** A packaged file as it is. */
    public static String packaged(String file) {
        try {
            return Files.readString(
                    Path.of(file.endsWith(".form") ? "forms" : "processes", file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A packaged file in which a text is replaced that must be there. */
    public static String changed(String file, String... replacements) {
        String content = packaged(file);
        for (int i = 0; i < replacements.length; i += 2) {
            if (!content.contains(replacements[i])) {
                throw new AssertionError(file + " does not hold " + replacements[i]);
            }
            content = content.replace(replacements[i], replacements[i + 1]);
        }
        return content;
    }

    public static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
