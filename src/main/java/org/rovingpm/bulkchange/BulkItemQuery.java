package org.rovingpm.bulkchange;

import java.util.List;

/** What a bulk change may be about. Nobody finds a case of a practice in which they have declared an interest. */
public interface BulkItemQuery {

    /** @param reference number of the case; null where it belongs to none */
    record Row(String subject, String reference, String label) {}

    /** @return the open tasks that are this person's, the most urgent first */
    List<Row> tasksOf(String person, String user, int most);

    /** @return whether nothing among this person's open tasks is offered to a group: what is a PM's cannot be given to anybody else */
    boolean isAllTheirsAlone(String person);

    /** @return the open cases that this PM supports or has been offered, the red ones first; the label says where each stands */
    List<Row> casesOf(String pm, String user, int most);

    /** @return what fails at the step of the version, the earliest first */
    List<Row> failuresAt(String version, String step, String user, int most);
}
