package org.rovingpm.notification;

import org.rovingpm.contract.ProcessContract;

/** The contract of morning-digest.bpmn. The messages record who was sent one. */
@ProcessContract(value = MorningDigestProcess.KEY, kind = ProcessContract.Kind.TECHNICAL, inHistory = false)
public final class MorningDigestProcess {

    public static final String KEY = "morning-digest";

    /** Ids of its timer events. */
    public static final class Timers {
        public static final String MORNING_REACHED = "startEvent_morningReached";

        private Timers() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** Boolean: whether nobody is left to notify today. */
        public static final String EVERYBODY_TOLD = "everybodyTold";

        private Variables() {}
    }

    private MorningDigestProcess() {}
}
