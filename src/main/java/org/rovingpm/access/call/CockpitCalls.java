package org.rovingpm.access.call;

/**
 * What Cockpit asks of the engine, with the tabs of ours in it. Left out on purpose is what takes history along, or cases and
 * their variables past the forms: deleting, modifying, restarting, correlating, and every command for many at once.
 */
final class CockpitCalls {

    static final String LIST = """
            # The page
            GET      /camunda/api/cockpit/plugin/{plugin}/static/**
            GET      /version
            GET      /case-definition/count

            # Processes
            GET      /process-definition
            GET      /process-definition/count
            GET      /process-definition/statistics
            GET      /process-definition/{id}
            GET      /process-definition/{id}/xml
            GET      /process-definition/{id}/statistics
            GET      /process-definition/{id}/static-called-process-definitions
            GET      /process-definition/key/{key}
            PUT      /process-definition/{id}/suspended
            PUT      /process-definition/{id}/history-time-to-live
            GET      /camunda/api/cockpit/plugin/base/default/process-definition/statistics
            GET      /camunda/api/cockpit/plugin/base/default/process-definition/statistics-count
            POST     /camunda/api/cockpit/plugin/base/default/process-definition/{id}/called-process-definitions

            # Instances
            GET      /process-instance
            POST     /process-instance                                                      orQueries variables
            GET      /process-instance/count
            POST     /process-instance/count                                                orQueries variables
            GET      /process-instance/{id}
            GET      /process-instance/{id}/activity-instances
            PUT      /process-instance/{id}/suspended
            GET      /history/process-instance/{id}
            POST     /camunda/api/cockpit/plugin/base/default/process-instance              variables
            POST     /camunda/api/cockpit/plugin/base/default/process-instance/count        variables
            POST     /camunda/api/cockpit/plugin/base/default/process-instance/{id}/called-process-instances

            # Their variables and tasks
            POST     /variable-instance                                                     variableValues
            POST     /variable-instance/count                                               variableValues
            GET      /variable-instance/{id}
            GET      /variable-instance/{id}/data
            POST     /task
            GET      /task/count
            POST     /task/count
            GET      /task/{id}/identity-links
            GET      /task/report/candidate-group-count
            POST     /history/task/count
            GET      /user
            GET      /user/count

            # Failures
            GET      /incident
            GET      /incident/count
            PUT,DELETE /incident/{id}/annotation
            GET,POST /camunda/api/cockpit/plugin/base/default/incident
            GET,POST /camunda/api/cockpit/plugin/base/default/incident/count

            # Jobs
            GET      /job
            POST     /job
            GET      /job/count
            POST     /job/count
            GET      /job/{id}/stacktrace
            PUT      /job/{id}/retries
            PUT      /job/{id}/duedate
            POST     /job/{id}/duedate/recalculate
            GET      /job-definition
            POST     /job-definition
            POST     /job-definition/count
            PUT      /job-definition/{id}/retries
            PUT      /job-definition/{id}/jobPriority
            PUT      /job-definition/{id}/suspended
            GET      /history/job-log
            POST     /history/job-log
            GET      /history/job-log/count
            POST     /history/job-log/count
            GET      /history/job-log/{id}/stacktrace
            GET,POST /external-task
            GET,POST /external-task/count

            # Decisions
            GET      /decision-definition
            GET      /decision-definition/count
            GET      /decision-definition/{id}
            GET      /decision-definition/{id}/xml
            PUT      /decision-definition/{id}/history-time-to-live
            GET      /decision-requirements-definition
            GET      /decision-requirements-definition/count
            GET      /decision-requirements-definition/{id}
            GET      /decision-requirements-definition/{id}/xml
            GET      /history/decision-instance
            GET      /history/decision-instance/count
            GET      /history/decision-instance/{id}

            # Deployments
            GET      /deployment
            GET      /deployment/count
            GET      /deployment/{id}
            GET      /deployment/{id}/resources
            GET      /deployment/{id}/resources/{resource}
            GET      /deployment/{id}/resources/{resource}/data

            # Batches, in which model changes move cases
            GET      /batch
            GET      /batch/count
            GET      /batch/{id}
            GET      /batch/statistics
            GET      /batch/statistics/count
            PUT      /batch/{id}/suspended
            GET      /history/batch
            GET      /history/batch/count
            GET      /history/batch/{id}
            """;

    private CockpitCalls() {}
}
