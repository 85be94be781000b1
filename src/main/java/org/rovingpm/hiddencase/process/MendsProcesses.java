package org.rovingpm.hiddencase.process;

import java.util.Collection;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.rovingpm.access.Ability;
import org.rovingpm.access.Role;

/**
 * Who mends processes in Cockpit. Of a confidential case they see number, step and cause, so that it can be cured, and nothing of
 * what it is about.
 */
final class MendsProcesses {

    private MendsProcesses() {}

    static boolean includes(Authentication person) {
        Collection<String> groups = person == null ? null : person.getGroupIds();
        return groups != null && Role.abilitiesOf(groups).contains(Ability.COCKPIT);
    }
}
