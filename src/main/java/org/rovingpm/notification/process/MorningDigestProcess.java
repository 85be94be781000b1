package org.rovingpm.notification.process;

/** The contract of morning-digest.bpmn. */
public final class MorningDigestProcess {

    public static final String KEY = "morning-digest";

    public static final String MORNING_COME = "startEvent_morningCome";
    public static final String SEND_DIGESTS = "serviceTask_sendDigests";

    /** Boolean: whether nobody is left to notify today. */
    public static final String EVERYBODY_TOLD = "everybodyTold";

    private MorningDigestProcess() {}
}
