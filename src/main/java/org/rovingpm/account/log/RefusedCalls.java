package org.rovingpm.account.log;

import org.rovingpm.access.RefusedCall;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what people ask for that is not open to them. */
@Component
class RefusedCalls {

    private final SecurityLog log;

    RefusedCalls(SecurityLog log) {
        this.log = log;
    }

    @EventListener
    void note(RefusedCall call) {
        log.add(SecurityEvent.Kind.REFUSED, call.person(), null, call.address());
    }
}
