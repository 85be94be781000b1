package org.rovingpm.notification;

import java.util.List;
import java.util.Set;

/** News in the morning message of some roles besides their own tasks, such as the number of stuck cases. */
public interface MorningNews {

    /** A count for one cause, and how many of them are in red cases. */
    record Line(String cause, int number, int red) {}

    /** @return the groups that get the news */
    Set<String> groups();

    /** @return nothing if there is no news; nobody then gets a message for it */
    List<Line> lines();

    /** @return the path of the page with details */
    String path();
}
