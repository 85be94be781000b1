package org.rovingpm.notification;

import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/** Whom messages about a case may be for, by what they are in it. A bean of the module that knows them. */
public interface RecipientSource {

    /** @return its name in the headers of templates, such as "pm" */
    String name();

    /** @return what staff call them, such as "the PM" */
    String label();

    /** @return everybody whom a message is for now; none where the case has nobody of the kind */
    List<Recipient> of(CaseReference reference);

    /** @return the one of them whom a message was queued for, as they can be reached now */
    default Recipient again(CaseReference reference, String person, String name) {
        return of(reference).stream()
                .filter(recipient -> java.util.Objects.equals(recipient.person(), person))
                .findFirst()
                .orElseGet(() ->
                        Recipient.unreachable(person, name, "They are no longer %s of this case.".formatted(label())));
    }
}
