package org.rovingpm.engine;

import java.util.List;

/** Keeps what people answer in forms that no use case takes: those that managers add. */
public interface RecordAnswers {

    /**
     * A form that was answered.
     *
     * @param reference the case that the step belongs to
     * @param process   id of the process
     * @param step      id of the step in it
     * @param label     what people call the step
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

    /** A question and its answer, both as people read them. */
    record Answer(String key, String question, String answer) {}

    /** Keeps the answers, in the transaction that ends the step. */
    void keep(Answered answered);
}
