package org.rovingpm.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL that is longer than a screen stands in a file of its own, in the package of the type that runs it, as it is run. */
public final class SqlFile {

    private SqlFile() {}

    /**
     * @param user the type that runs it
     * @param name of the file in its package, such as {@code roster.sql}
     * @return the text of the file
     */
    public static String read(Class<?> user, String name) {
        try (InputStream file = user.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no %s beside %s".formatted(name, user.getName()));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
