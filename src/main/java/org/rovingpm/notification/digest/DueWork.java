package org.rovingpm.notification.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.rovingpm.notification.Recipient;

/** The work that is due or late, by person. */
public interface DueWork {

    /** One task. */
    record Task(String name, String reference, String practice, Instant due) {}

    /**
     * The work of one person: their own tasks, and unclaimed tasks that they may claim.
     *
     * @param tasks    the most urgent tasks, at most 20
     * @param all      how many tasks there are
     * @param getsNews whether they get the news too
     * @param confirms whether they have declared interests that nobody has confirmed for a year
     */
    record Person(Recipient recipient, List<Task> tasks, long all, boolean getsNews, boolean confirms) {}

    /**
     * @param key        the prefix of the keys of today's messages; people who have had one are left out
     * @param day        tasks due on this day or before
     * @param newsGroups the groups that get the news, even without a task
     * @return people, up to the given number, without tasks in cases they may not see
     */
    List<Person> of(LocalDate day, String key, Set<String> newsGroups, int most);
}
