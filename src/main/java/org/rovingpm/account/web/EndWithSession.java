package org.rovingpm.account.web;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import org.rovingpm.account.AccountSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Takes a session off the list when the instance forgets it: after signing out, without use, and when the instance stops. */
class EndWithSession implements HttpSessionBindingListener {

    static final String NAME = "account.session.end";

    private static final Logger LOG = LoggerFactory.getLogger(EndWithSession.class);

    private final AccountSessions sessions;
    private final long number;
    private final String person;

    EndWithSession(AccountSessions sessions, long number, String person) {
        this.sessions = sessions;
        this.number = number;
        this.person = person;
    }

    /** Only signing out ends a session within a request of whoever it belongs to. */
    private boolean ownerIsHere() {
        Authentication here = SecurityContextHolder.getContext().getAuthentication();
        return here != null && here.getName().equals(person);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent end) {
        try {
            sessions.forget(number, person, ownerIsHere());
        } catch (DataAccessException away) {
            // It ends by itself when its time is over
            LOG.info("A session that has ended stays on its owner's list for a while: {}", away.getMessage());
        }
    }
}
