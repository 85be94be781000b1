package org.rovingpm.roster.process;

import org.rovingpm.access.StaffDirectory;
import org.rovingpm.choice.Choice;

/** Somebody with the account of a PM, whether they are on the roster or not yet. */
final class PmAccount extends Choice {

    PmAccount(StaffDirectory.Person person) {
        super(person.id(), "%s (%s)".formatted(person.name(), person.id()), true);
    }
}
