package org.rovingpm.notification;

import org.rovingpm.contract.ProcessContract;

/** The contract of message-delivery.bpmn. Messages record the id of the instance that delivers them, and what became of it. */
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
