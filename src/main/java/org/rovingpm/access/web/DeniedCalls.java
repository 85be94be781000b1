package org.rovingpm.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.rovingpm.access.RefusedCall;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Tells whoever keeps a log which pages were refused to people who are signed in. */
@Component
class DeniedCalls {

    private final ApplicationEventPublisher events;

    DeniedCalls(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void denied(AuthorizationDeniedEvent<?> denied) {
        Authentication person = denied.getAuthentication().get();
        if (person != null
                && !(person instanceof AnonymousAuthenticationToken)
                && denied.getObject() instanceof HttpServletRequest request) {
            events.publishEvent(new RefusedCall(person.getName(), request.getMethod() + " " + request.getRequestURI()));
        }
    }
}
