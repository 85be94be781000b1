package org.rovingpm.modelchange.difference;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.rovingpm.modelcheck.xml.ReadXml;

/** The differences between two versions of a file of any kind of model. */
public final class Differences {

    private Differences() {}

    /**
     * @param before null if there was none
     * @return at least one, unless both are the same
     */
    public static List<Difference> between(String file, byte[] before, byte[] after) {
        if (before == null) {
            return List.of(Difference.added(file, "The file is new."));
        }
        if (Arrays.equals(before, after)) {
            return List.of();
        }
        List<Difference> differences;
        try {
            differences = file.endsWith(".bpmn")
                    ? new ProcessDifferences(before, after).all()
                    : file.endsWith(".dmn")
                            ? new DecisionDifferences(before, after).all()
                            : new FormDifferences(before, after).all();
        } catch (ReadXml.Unreadable | UncheckedIOException unreadable) {
            return List.of(
                    Difference.changed(file, "The file has changed. It cannot be compared: it is not well-formed."));
        }
        return differences.isEmpty()
                ? List.of(Difference.changed(file, "Only its drawing or layout has changed, not its behaviour."))
                : differences;
    }
}
