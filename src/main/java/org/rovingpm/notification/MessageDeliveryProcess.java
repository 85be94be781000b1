package org.rovingpm.notification;

import org.rovingpm.contract.ProcessContract;

/** The contract of message-delivery.bpmn. Messages store the ids of its instances, and their outcomes. */
@ProcessContract(value = MessageDeliveryProcess.KEY, kind = ProcessContract.Kind.TECHNICAL, inHistory = false)
public final class MessageDeliveryProcess {

    public static final String KEY = "message-delivery";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String SEND_MESSAGE = "serviceTask_sendMessage";

        private Elements() {}
    }

    private MessageDeliveryProcess() {}
}
