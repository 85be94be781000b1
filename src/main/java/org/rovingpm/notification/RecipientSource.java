package org.rovingpm.notification;

import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/** Finds the recipients of one kind for messages about a case. A bean of the module that knows them. */
public interface RecipientSource {

    /** @return its name in the headers of templates, such as "pm" */
    String name();

    /** @return what staff call them, such as "the PM" */
    String label();

    /** @return the recipients now; none if the case has nobody of this kind */
    List<Recipient> of(CaseReference reference);

    /** @return the recipient of a message that was queued before, with the address they have now */
    default Recipient findAgain(CaseReference reference, String person, String name) {
        return of(reference).stream()
                .filter(recipient -> java.util.Objects.equals(recipient.person(), person))
                .findFirst()
                .orElseGet(() ->
                        Recipient.unreachable(person, name, "They are no longer %s of this case.".formatted(label())));
    }
}
