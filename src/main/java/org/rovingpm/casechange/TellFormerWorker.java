package org.rovingpm.casechange;

import java.util.HashMap;
import java.util.Map;
import org.rovingpm.notification.queue.NotifyPerson;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/**
 * Tells somebody that a case is hidden from them from now on and what became of their work there: the one message about a case that
 * goes to a person who may not see it. It says nothing of the case but its number.
 */
@Component
class TellFormerWorker {

    private static final String TEMPLATE = "work-taken-back-from-you";

    private final NotifyPerson notifyPerson;

    TellFormerWorker(NotifyPerson notifyPerson) {
        this.notifyPerson = notifyPerson;
    }

    /**
     * @param occasion distinguishes this from another time at which the same person loses the same case
     * @param ended    what became of their work, as a sentence
     * @param because  why, in words for them; null where they are not told
     */
    void tell(CaseReference reference, String person, String occasion, String ended, String because) {
        Map<String, String> values = new HashMap<>();
        values.put(TakenBackFields.REFERENCE, reference.value());
        values.put(TakenBackFields.ENDED, ended);
        if (because != null) {
            values.put(TakenBackFields.BECAUSE, because);
        }
        notifyPerson.tell(TEMPLATE, reference, person, "%s:%s:%s".formatted(TEMPLATE, reference, occasion), values);
    }
}
