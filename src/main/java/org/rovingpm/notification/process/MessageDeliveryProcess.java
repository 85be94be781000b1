package org.rovingpm.notification.process;

/** The contract of message-delivery.bpmn. Messages store the ids of its instances. */
public final class MessageDeliveryProcess {

    public static final String KEY = "message-delivery";

    public static final String SEND_MESSAGE = "serviceTask_sendMessage";

    private MessageDeliveryProcess() {}
}
