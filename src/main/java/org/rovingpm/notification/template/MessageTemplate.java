package org.rovingpm.notification.template;

import java.time.Instant;
import java.util.List;

/**
 * The template of a message. Whom it is for, what it is about and what it asks come with the application; managers change
 * subject and body.
 *
 * @param name      such as "plan-to-approve"
 * @param to        the roles it is for
 * @param about     the subjects whose facts it may use besides those of the case
 * @param ask       the purpose of the question that it puts, or null
 * @param version   0 for the packaged text, otherwise that of the manager's
 * @param changedAt null for the packaged text
 * @param changedBy user id; null for the packaged text
 */
public record MessageTemplate(
        String name,
        List<String> to,
        List<String> about,
        String ask,
        String subject,
        String body,
        int version,
        Instant changedAt,
        String changedBy) {

    public boolean isPackaged() {
        return version == 0;
    }

    /** @return the name as people read it: "Plan to approve" */
    public String title() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    MessageTemplate with(String newSubject, String newBody, int newVersion, Instant at, String who) {
        return new MessageTemplate(name, to, about, ask, newSubject, newBody, newVersion, at, who);
    }
}
