package org.rovingpm.modelcheck.known;

/** How long a text may be that the engine keeps in one of its tables. */
public interface Lengths {

    /** What the engine keeps of a model. */
    enum Kept {
        PROCESS_ID,
        PROCESS_NAME,
        VERSION_TAG,
        NAMESPACE,
        STEP_ID,
        STEP_NAME,
        TASK_NAME,
        TASK_DESCRIPTION,
        ASSIGNEE,
        CANDIDATE,
        EVENT_NAME,
        TIMER,
        TOPIC,
        VARIABLE_NAME,
        VARIABLE_TEXT,
        DECISION_ID,
        DECISION_NAME,
        DIAGRAM_ID,
        DIAGRAM_NAME,
        FORM_ID,
        FILE_NAME,
        DEPLOYMENT_NAME
    }

    /** @return the most characters */
    int most(Kept kept);
}
