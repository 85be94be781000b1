package org.rovingpm.engine;

import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.rovingpm.engine.refusal.LostRace;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction of its own, including the engine's part, even within a step of the engine. */
@Component
public class OutsideStep {

    private final TransactionTemplate newTransaction;

    OutsideStep(PlatformTransactionManager transactions) {
        this.newTransaction = new TransactionTemplate(transactions);
        this.newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws ConcurrencyFailureException where somebody else did something with the same at that moment: try it again */
    public void run(Runnable work) {
        try {
            runInTransaction(work);
        } catch (RuntimeException failure) {
            if (LostRace.in(failure) && !(failure instanceof ConcurrencyFailureException)) {
                throw new OptimisticLockingFailureException("Somebody else changed the same at that moment", failure);
            }
            throw failure;
        }
    }

    private void runInTransaction(Runnable work) {
        newTransaction.executeWithoutResult(transaction -> {
            try {
                ProcessEngineContext.withNewProcessEngineContext(() -> {
                    work.run();
                    return null;
                });
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }
}
