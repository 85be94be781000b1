package org.rovingpm.notification.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.rovingpm.notification.ReturnedMailProcess;
import org.rovingpm.notification.returnedmail.ReadReturnedMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Restarts the reading of returned mail at each start, with the model in force and the current settings. Instances
 * that share a database share one reading. Without a mailbox there is none.
 */
@Component
class ReturnedMailAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMailAtStart.class);

    private final ReadReturnedMail readReturnedMail;
    private final RuntimeService processes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReturnedMailAtStart(
            ReadReturnedMail readReturnedMail,
            RuntimeService processes,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.readReturnedMail = readReturnedMail;
        this.processes = processes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            transaction.executeWithoutResult(status -> beginAnew());
        } catch (OptimisticLockingException underWay) {
            LOG.info("Another instance has just read the returned mail: it carries on.");
        } catch (ProcessEngineException refused) {
            // For example, somebody has suspended the process: that must not keep the application from starting
            LOG.error(
                    "Returned mail is not being read: the process “{}” could not be started. {}",
                    ReturnedMailProcess.KEY,
                    refused.getMessage());
        }
    }

    private void beginAnew() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('rovingpm returned mail'))")
                .query()
                .listOfRows();
        processes
                .createProcessInstanceQuery()
                .processDefinitionKey(ReturnedMailProcess.KEY)
                .list()
                .forEach(earlier -> processes.deleteProcessInstance(earlier.getId(), "Restarted with the application"));
        if (readReturnedMail.isSet()) {
            processes.startProcessInstanceByKey(ReturnedMailProcess.KEY);
        }
    }
}
