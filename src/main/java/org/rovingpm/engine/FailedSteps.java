package org.rovingpm.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Decides how the engine goes on after a failed step: as its {@link StepFailed} says or, after any other failure, as
 * its model says. The text for people comes from {@link FailureText}.
 */
@Component
class FailedSteps extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(Retry::new);
    }

    private static class Retry extends DefaultJobRetryCmd {

        private final StepFailed failed;
        private String text;

        Retry(String job, Throwable failure) {
            super(job, failure);
            this.failed = stepFailed(failure);
        }

        private static StepFailed stepFailed(Throwable failure) {
            Throwable cause = failure;
            while (cause != null && !(cause instanceof StepFailed)) {
                cause = cause.getCause();
            }
            return (StepFailed) cause;
        }

        /**
         * The engine calls this several times for one failure; only the first call knows the number of attempts. A
         * batch's job is not a step of a process.
         */
        @Override
        protected void logException(JobEntity job) {
            if (text == null && job.getProcessDefinitionKey() != null) {
                text = text(job);
            }
            super.logException(job);
            if (text != null) {
                job.setExceptionMessage(text);
            }
        }

        private String text(JobEntity job) {
            ActivityImpl activity =
                    job.getExecutionId() == null ? null : getCurrentActivity(Context.getCommandContext(), job);
            FailedJobRetryConfiguration configured =
                    activity == null ? null : getFailedJobRetryConfiguration(job, activity);
            int of = Math.max(1, configured == null ? JobEntity.DEFAULT_RETRIES : configured.getRetries());
            int tried = isFirstJobExecution(job) ? 1 : Math.min(of, of - job.getRetries() + 1);
            Object step = activity == null ? null : activity.getProperty("name");
            ExecutionEntity instance =
                    job.getProcessInstanceId() == null ? null : fetchExecutionEntity(job.getProcessInstanceId());
            ProcessDefinition process = instance == null ? null : instance.getProcessDefinition();
            return new FailureText(
                            step == null ? job.getActivityId() : step.toString(),
                            process == null ? job.getProcessDefinitionKey() : process.getName(),
                            instance == null ? null : instance.getBusinessKey())
                    .of(exception, tried, of);
        }

        @Override
        protected void executeCustomStrategy(CommandContext context, JobEntity job, ActivityImpl activity)
                throws Exception {
            if (failed == null) {
                super.executeCustomStrategy(context, job, activity);
                return;
            }
            switch (failed.again()) {
                case NEVER -> {
                    logException(job);
                    job.unlock();
                    job.setRetries(0);
                }
                case LATER -> {
                    logException(job);
                    job.unlock();
                    job.setDuedate(Date.from(failed.notBefore()));
                }
                case ON_AND_ON -> onAndOn(context, job, activity);
            }
        }

        /** The engine creates an incident with the last retry and removes it with the job; until then the job keeps one retry. */
        private void onAndOn(CommandContext context, JobEntity job, ActivityImpl activity) throws Exception {
            super.executeCustomStrategy(context, job, activity);
            if (job.getRetries() == 0) {
                job.setRetriesFromPersistence(1);
                job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(StepFailed.ON_AND_ON)));
            }
        }
    }
}
