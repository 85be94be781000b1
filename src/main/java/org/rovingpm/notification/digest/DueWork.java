package org.rovingpm.notification.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.rovingpm.notification.Recipient;

/** The work that is due or late, by the people whose it is. */
public interface DueWork {

    /** One task. */
    record Task(String name, String reference, String practice, Instant due) {}

    /**
     * What one person has to do: their own tasks and those that nobody has taken yet and they may take.
     *
     * @param tasks the most urgent ones, at most 20
     * @param all   how many there are in all
     * @param hears whether they hear the news too
     */
    record Person(Recipient recipient, List<Task> tasks, long all, boolean hears) {}

    /**
     * @param key what the keys of messages begin with that people have had today; they are left out
     * @param day tasks due on it or before
     * @param hearing the groups of those who hear the news, even without a task
     * @return at most so many people, none of them with a task in a case they may not hear of
     */
    List<Person> of(LocalDate day, String key, Set<String> hearing, int most);
}
