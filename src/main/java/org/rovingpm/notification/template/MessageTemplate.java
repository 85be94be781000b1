package org.rovingpm.notification.template;

import java.time.Instant;
import java.util.List;

/**
 * A message template. Its recipients, subjects and question come with the application; managers change its subject line and body.
 *
 * @param name      such as "plan-to-approve"
 * @param to        its recipients
 * @param about     the subjects whose fields it may use besides those of the case
 * @param ask       the kind of question that it asks, or null
 * @param version   0 for the packaged text, otherwise the number of the manager's version
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
