package org.rovingpm.database;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers that a transaction asks for once, such as the version of a template that is in force: the next transaction asks
 * again. Without a transaction every question is asked.
 */
public final class TransactionCache<Q, A> {

    private final Function<Q, A> ask;

    /** @param ask answers a question; never null */
    public TransactionCache(Function<Q, A> ask) {
        this.ask = ask;
    }

    private static final class Answers<Q, A> extends ResourceHolderSupport {

        private final Map<Q, A> known = new HashMap<>();
    }

    public A answer(Q question) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return ask.apply(question);
        }
        return answers().known.computeIfAbsent(question, ask);
    }

    /** Has the question asked again: this transaction has changed the answer. */
    public void forget(Q question) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            answers().known.remove(question);
        }
    }

    @SuppressWarnings("unchecked")
    private Answers<Q, A> answers() {
        Answers<Q, A> answers = (Answers<Q, A>) TransactionSynchronizationManager.getResource(this);
        if (answers == null) {
            answers = new Answers<>();
            answers.setSynchronizedWithTransaction(true);
            TransactionSynchronizationManager.bindResource(this, answers);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(answers, this) {});
        }
        return answers;
    }
}
