package org.rovingpm.opentask;

import java.util.Collection;

/** The rights of people to tasks, as they are now. */
public interface TaskReaders {

    /** @param person user id of somebody with an account, whose groups are looked up */
    TaskReader of(String person);

    /** @param groups those that the person is known to belong to */
    TaskReader of(String person, Collection<String> groups);
}
