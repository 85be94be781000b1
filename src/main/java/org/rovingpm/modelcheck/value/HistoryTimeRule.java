package org.rovingpm.modelcheck.value;

import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.ValueKind;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A process or decision says how long its history is kept. */
public final class HistoryTimeRule {

    private HistoryTimeRule() {}

    /** @param time as the model has it; null where it has none */
    public static void check(XmlElement element, String time, SubmittedFiles all, Findings to) {
        if (time == null) {
            to.problem(
                    element,
                    "has no history time to live: set it, for example to P3650D (ten years), as the other models have it.");
        } else if (!all.literals().reads(ValueKind.HISTORY_TIME, time)) {
            to.problem(
                    element,
                    "has a history time to live that cannot be read, “%s”: write %s."
                            .formatted(time, ValueKind.HISTORY_TIME.expected()));
        }
    }
}
