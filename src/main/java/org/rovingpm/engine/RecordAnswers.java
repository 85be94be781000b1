package org.rovingpm.engine;

import java.util.List;

/** Records the answers in forms without a use case: those that managers add. */
public interface RecordAnswers {

    /**
     * A form that was answered.
     *
     * @param reference the case that the step belongs to
     * @param process   id of the process
     * @param step      id of the step in it
     * @param label     label of the step
     * @param form      id of the form
     * @param who       user id of the person who answered
     */
    record Answered(
            String reference,
            String process,
            String step,
            String label,
            String form,
            List<Answer> answers,
            String who) {}

    /** A question and its answer, as people read them. */
    record Answer(String key, String question, String answer) {}

    /** Records the answers, in the transaction that completes the step. */
    void record(Answered answered);
}
