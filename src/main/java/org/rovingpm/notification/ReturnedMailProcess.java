package org.rovingpm.notification;

import org.rovingpm.contract.Moment;
import org.rovingpm.contract.ProcessContract;

/** The contract of returned-mail.bpmn. The messages record what came back. */
@ProcessContract(value = ReturnedMailProcess.KEY, kind = ProcessContract.Kind.TECHNICAL, inHistory = false)
public final class ReturnedMailProcess {

    public static final String KEY = "returned-mail";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String READ_RETURNED_MAIL = "serviceTask_readReturnedMail";

        private Elements() {}
    }

    /** Ids of its timer events. */
    public static final class Timers {
        public static final String NEXT_ROUND_DUE = "intermediateEvent_nextRoundDue";

        private Timers() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** Boolean: whether there is a mailbox to read. */
        public static final String MAILBOX_SET = "mailboxSet";

        /** When the next round is due. */
        @Moment
        public static final String NEXT_ROUND_AT = "nextRoundAt";

        private Variables() {}
    }

    private ReturnedMailProcess() {}
}
