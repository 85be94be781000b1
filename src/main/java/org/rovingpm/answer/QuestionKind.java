package org.rovingpm.answer;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;

/**
 * One kind of question to practices: what it is about, what its page shows, and the use case that takes the answer. A
 * bean of the module whose subject it is.
 *
 * @param <T> the fields of its page, in the use case that takes them
 */
public interface QuestionKind<T extends Record & QuestionKind.Answer> {

    /** What every page asks for besides the answer itself. */
    interface Answer {

        /** Name and role of the person who answers, as they wrote it. */
        String answeredBy();
    }

    /** @return its name in templates and in the database, such as "job-plan" */
    String purpose();

    /** @return the template of its page */
    String page();

    Class<T> fields();

    /**
     * @return the part of the case to ask about now, such as the number of the plan waiting for approval; empty if
     * there is none
     */
    Optional<String> subject(CaseReference reference);

    /** @return why the question no longer applies, as a sentence for the practice; empty while it does */
    Optional<String> over(Question question);

    /** @return how long its links work, if not the usual time */
    default Duration linkValid(Duration usual) {
        return usual;
    }

    /** Whether each practice of the case answers for itself; otherwise the first answer of any of them stands for all. */
    default boolean answeredByEach() {
        return false;
    }

    /** Whether it is put to this practice of the case: some questions are for one of several only. */
    default boolean asks(CaseReference reference, OdsCode practice) {
        return true;
    }

    /** Whether only practices of the case may answer; not so where the question is whether one joins it. */
    default boolean onlyOfCase() {
        return true;
    }

    /** What the page shows, and the first values of its fields. */
    Map<String, Object> shown(Question question);

    /**
     * Hands the answer to the use case and notifies the process. Called once for a question, in the transaction that
     * marks it as answered. A refusal leaves it open.
     */
    void answered(Question question, T answer);
}
