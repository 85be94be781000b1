package org.rovingpm.supportcase.practices;

import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;

/** Takes a practice into a case as its own consent does: it may have other cases. */
@TestComponent
public class JoinPractice {

    private final AddPractice addPractice;

    JoinPractice(AddPractice addPractice) {
        this.addPractice = addPractice;
    }

    @Transactional
    public void join(CaseReference reference, OdsCode practice, Contact contact) {
        addPractice.join(reference, practice, contact, "Agreed to by the partners of both", "coordinator");
    }
}
