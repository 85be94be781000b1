package org.rovingpm.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** News in the morning message of some roles besides their own tasks, such as the number of stuck cases. */
public interface MorningNews {

    /** A count for one cause, and how many of them are in red cases. */
    record Line(String cause, int number, int red) {}

    /** @return the groups that get the news */
    Set<String> groups();

    /** @return the news of all cases; where there is none, nobody gets a message for it */
    List<Line> all();

    /**
     * @param all what {@link #all()} has answered, for those from whom no case is hidden
     * @return the news by user id, without cases that are hidden from that person
     */
    Map<String, List<Line>> of(Collection<String> people, List<Line> all);

    /** @return the path of the page with details */
    String path();
}
