package org.rovingpm.notification;

import java.util.Optional;

/** A page that messages may lead to by a link of their own. A bean of the module whose page it is. */
public interface LinkedPage {

    /**
     * Makes the link in a message when it is sent.
     *
     * @return the path of the page that it opens; empty if the message has no link to it
     */
    Optional<String> newLink(Message message);
}
