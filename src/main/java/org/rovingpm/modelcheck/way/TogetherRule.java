package org.rovingpm.modelcheck.way;

import java.util.Map;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.flow.DrawnProcess;

/** A rule that has to look at all processes together. */
interface TogetherRule {

    /** @param processes all of them, by their ids */
    Report of(Map<String, DrawnProcess> processes);

    /** What the rule says of one of them. */
    interface Report {

        void add(DrawnProcess process, Findings to);
    }
}
