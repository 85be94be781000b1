package org.rovingpm.engine.tuning;

import java.util.ArrayList;
import java.util.Collection;

/** Ids of jobs that are to be done in one transaction, told from those that the engine does one after the other. */
class TimerBatch extends ArrayList<String> {

    TimerBatch(Collection<String> jobs) {
        super(jobs);
    }
}
