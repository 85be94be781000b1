package org.rovingpm.notification.process;

/** The contract of returned-mail.bpmn. */
public final class ReturnedMailProcess {

    public static final String KEY = "returned-mail";

    public static final String READ_RETURNED_MAIL = "serviceTask_readReturnedMail";
    public static final String NEXT_ROUND_DUE = "intermediateEvent_nextRoundDue";

    /** Boolean: whether there is a mailbox to read. */
    public static final String MAILBOX_SET = "mailboxSet";
    /** Moment of the next round. */
    public static final String NEXT_ROUND_AT = "nextRoundAt";

    private ReturnedMailProcess() {}
}
