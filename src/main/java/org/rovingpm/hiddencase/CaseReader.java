package org.rovingpm.hiddencase;

import java.util.Collection;
import org.rovingpm.access.Ability;
import org.rovingpm.access.Role;

/**
 * Who asks about cases.
 *
 * @param person user id
 * @param mends  whether they mend processes in Cockpit: of a case that is only confidential they see number, step and cause, so
 *               that it can be cured, and nothing of what it is about
 */
public record CaseReader(String person, boolean mends) {

    /** The application itself, from which nothing is hidden. */
    public static final CaseReader APPLICATION = new CaseReader("", true);

    public static CaseReader of(String person, Collection<String> groups) {
        return new CaseReader(person, Role.abilitiesOf(groups).contains(Ability.COCKPIT));
    }
}
