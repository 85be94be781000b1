package org.rovingpm.practice.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.rovingpm.submission.Refusal;

/**
 * A file that a setting names.
 *
 * @param what    what it holds: "The register"
 * @param setting the setting that names it
 */
public record InputFile(Path path, String what, String setting) implements InputSource {

    /** Refuses a file that is not there or cannot be read. */
    public static InputFile named(String name, String what, String setting) {
        try {
            return new InputFile(Path.of(name.strip()), what, setting).checked();
        } catch (InvalidPathException notAPath) {
            throw new Refusal(
                    "%s: “%s” is not the name of a file. Correct the setting %s.".formatted(what, name, setting));
        }
    }

    public InputFile checked() {
        if (!Files.exists(path)) {
            throw refused("there is no file %s", path);
        }
        if (!Files.isRegularFile(path)) {
            throw refused("%s is not a file", path);
        }
        if (!Files.isReadable(path)) {
            throw refused("%s may not be read by this program", path);
        }
        return this;
    }

    @Override
    public Refusal refused(String reason, Object... values) {
        return new Refusal(
                "%s was not loaded: %s. What was loaded before stays as it is. Correct the file or the setting %s."
                        .formatted(what, reason.formatted(values), setting));
    }

    public Refusal unreadable(IOException failure) {
        return refused("%s cannot be read (%s)", path, failure.getMessage());
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
