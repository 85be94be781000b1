package org.rovingpm.modelcheck.known;

/** How long a text may be that the engine keeps in one of its tables. */
public interface Lengths {

    /** What the engine keeps of a model. */
    enum Kept {
        PROCESS_ID("ACT_RE_PROCDEF", "KEY_"),
        PROCESS_NAME("ACT_RE_PROCDEF", "NAME_"),
        VERSION_TAG("ACT_RE_PROCDEF", "VERSION_TAG_"),
        NAMESPACE("ACT_RE_PROCDEF", "CATEGORY_"),
        STEP_ID("ACT_HI_ACTINST", "ACT_ID_"),
        STEP_NAME("ACT_HI_ACTINST", "ACT_NAME_"),
        TASK_NAME("ACT_RU_TASK", "NAME_"),
        TASK_DESCRIPTION("ACT_RU_TASK", "DESCRIPTION_"),
        ASSIGNEE("ACT_RU_TASK", "ASSIGNEE_"),
        CANDIDATE("ACT_RU_IDENTITYLINK", "GROUP_ID_"),
        EVENT_NAME("ACT_RU_EVENT_SUBSCR", "EVENT_NAME_"),
        TIMER("ACT_RU_JOBDEF", "JOB_CONFIGURATION_"),
        TOPIC("ACT_RU_EXT_TASK", "TOPIC_NAME_"),
        VARIABLE_NAME("ACT_RU_VARIABLE", "NAME_"),
        VARIABLE_TEXT("ACT_RU_VARIABLE", "TEXT_"),
        DECISION_ID("ACT_RE_DECISION_DEF", "KEY_"),
        DECISION_NAME("ACT_RE_DECISION_DEF", "NAME_"),
        DIAGRAM_ID("ACT_RE_DECISION_REQ_DEF", "KEY_"),
        DIAGRAM_NAME("ACT_RE_DECISION_REQ_DEF", "NAME_"),
        FORM_ID("ACT_RE_CAMFORMDEF", "KEY_"),
        FILE_NAME("ACT_GE_BYTEARRAY", "NAME_"),
        DEPLOYMENT_NAME("ACT_RE_DEPLOYMENT", "NAME_");

        private final String table;
        private final String column;

        Kept(String table, String column) {
            this.table = table;
            this.column = column;
        }

        public String table() {
            return table;
        }

        public String column() {
            return column;
        }
    }

    /** @return the most characters */
    int most(Kept kept);
}
