package org.rovingpm.notification;

import java.util.List;
import java.util.Set;

/** What people of some roles hear in their morning message besides their own tasks: how much is stuck. */
public interface MorningNews {

    /** So many things for one reason, and how many of them in red cases. */
    record Line(String cause, int number, int red) {}

    /** @return the groups of those who hear it */
    Set<String> groups();

    /** @return nothing where there is no news; then nobody is told for its sake */
    List<Line> lines();

    /** @return the path of the page that tells more */
    String path();
}
