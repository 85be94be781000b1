package org.rovingpm.modelchange;

import java.util.List;
import org.rovingpm.modelchange.difference.Difference;
import org.rovingpm.modelchange.difference.Differences;

/**
 * One file of a change.
 *
 * @param file   id of the model with the ending of its kind, such as "support-case.bpmn"
 * @param base   for an upgrade, the content packaged before; otherwise, or if there was none, null
 * @param before the content in force before; null if the file is new. For an upgrade, the manager's version
 * @param after  the deployed content. For an upgrade, the content packaged now
 */
public record ChangedFile(String file, byte[] base, byte[] before, byte[] after) {

    static ChangedFile deployed(String file, byte[] before, byte[] after) {
        return new ChangedFile(file, null, before, after);
    }

    /** Its id without the ending: the key of a process or of a decision. */
    public String key() {
        return file.substring(0, file.lastIndexOf('.'));
    }

    public boolean isProcess() {
        return file.endsWith(".bpmn");
    }

    public boolean isDecision() {
        return file.endsWith(".dmn");
    }

    /** @return the differences, in words */
    public List<Difference> differences() {
        return Differences.between(file, before, after);
    }

    /** For an upgrade: the changes of this version of the application. */
    public List<Difference> upgraded() {
        return Differences.between(file, base, after);
    }

    /** For an upgrade: the manager's changes. */
    public List<Difference> managers() {
        return Differences.between(file, base, before);
    }
}
