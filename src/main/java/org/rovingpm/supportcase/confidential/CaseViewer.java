package org.rovingpm.supportcase.confidential;

import org.rovingpm.access.StaffDirectory;
import org.rovingpm.choice.Choice;

/** Somebody who can see a confidential case, chosen by name and stored by user id. */
public final class CaseViewer extends Choice {

    CaseViewer(StaffDirectory.Person person) {
        super(person.id(), person.name(), true);
    }
}
