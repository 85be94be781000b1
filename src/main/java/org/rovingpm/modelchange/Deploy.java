package org.rovingpm.modelchange;

import java.util.Map;

/** Deploys files by a decision of a review: with the checks of any other deployment, and never held. */
public interface Deploy {

    /**
     * @param name   name of the deployment
     * @param source the deployment source
     * @param files  the contents by file
     */
    void files(String name, String source, Map<String, byte[]> files);

    /**
     * Puts in force what has been reviewed before: it is on record as theirs who made it, and needs no other review.
     *
     * @param review what is recorded of its review
     */
    void reviewed(String name, String source, Map<String, byte[]> files, Review review);

    /**
     * A review that came before the deployment.
     *
     * @param author user id of whoever made the change
     * @param who    user id of whoever reviewed it
     * @param where  the name of the change in which it was reviewed
     */
    record Review(String author, String who, String where) {}
}
