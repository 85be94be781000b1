package org.rovingpm.notification.process;

/** The contract of message-delivery.bpmn; its instances are found by their ids, which the messages keep. */
public final class MessageDeliveryProcess {

    public static final String KEY = "message-delivery";

    public static final String SEND_MESSAGE = "serviceTask_sendMessage";

    private MessageDeliveryProcess() {}
}
