package org.rovingpm.modelchange;

import org.rovingpm.contract.ProcessContract;

/** The contract of change-review.bpmn. */
@ProcessContract(value = ChangeReviewProcess.KEY, kind = ProcessContract.Kind.STAFF)
public final class ChangeReviewProcess {

    public static final String KEY = "change-review";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String REVIEW_CHANGE = "userTask_reviewChange";
        public static final String MERGE_PROCESS_CHANGE = "userTask_mergeProcessChange";
        public static final String APPROVE_CHANGE = "userTask_approveChange";
        public static final String CHANGE_KEPT = "endEvent_changeKept";

        private Elements() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** Long: the number of the model change. */
        public static final String CHANGE_ID = "changeId";

        /** The names of its files, separated by commas. */
        public static final String CHANGED_FILES = "changedFiles";

        /** Boolean: whether the change stays in force. */
        public static final String CHANGE_KEPT = "changeKept";

        private Variables() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** A new version of the application brought a model that managers have changed. */
        public static final String UPGRADE_HELD = "upgradeHeld";

        /** A process manager has sent a change that waits for its review. */
        public static final String CHANGE_HELD = "changeHeld";

        private Messages() {}
    }

    private ChangeReviewProcess() {}
}
