package org.rovingpm.bulkchange;

import java.util.List;

/** Finds the items of a bulk change. Nobody finds a case of a practice in which they have declared an interest. */
public interface BulkItemQuery {

    /**
     * @param reference number of the case; null if it belongs to none
     * @param practices names of its practices, the leading one first; empty where nobody has to know them
     */
    record Row(String subject, String reference, String practices, String label) {}

    /** @return the open tasks that are this person's, the most urgent first */
    List<Row> tasksOf(String person, String user, int most);

    /** @return whether none of this person's open tasks is offered to a group. A PM's tasks cannot be given to anybody else */
    boolean canReassignNone(String person);

    /** @return the open cases that this PM supports or has been offered, red ones first, with the names of their practices; the label gives the stage */
    List<Row> casesOf(String pm, String user, int most);

    /** @return the failures at the step of the version, earliest first */
    List<Row> failuresAt(String version, String step, String user, int most);
}
