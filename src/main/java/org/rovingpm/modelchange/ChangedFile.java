package org.rovingpm.modelchange;

import java.util.List;

/**
 * One file of a change.
 *
 * @param file   id of the model with the ending of its kind, such as "support-case.bpmn"
 * @param base   for an upgrade, what was packaged before; null otherwise, and where there was nothing
 * @param before what was in force before; null where the file was new. For an upgrade, the manager's version
 * @param after  what was deployed. For an upgrade, what is packaged now
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

    /** @return what is different in it, in words */
    public List<Difference> differences() {
        return Differences.between(file, before, after);
    }

    /** For an upgrade: what this version of the application changes. */
    public List<Difference> upgraded() {
        return Differences.between(file, base, after);
    }

    /** For an upgrade: what the manager had changed. */
    public List<Difference> managers() {
        return Differences.between(file, base, before);
    }
}
