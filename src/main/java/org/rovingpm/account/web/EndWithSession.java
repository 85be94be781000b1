package org.rovingpm.account.web;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import org.rovingpm.account.AccountSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

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

    @Override
    public void valueUnbound(HttpSessionBindingEvent end) {
        try {
            sessions.end(number, person);
        } catch (DataAccessException away) {
            // It ends by itself when its time is over
            LOG.info("A session that has ended stays on its owner's list for a while: {}", away.getMessage());
        }
    }
}
