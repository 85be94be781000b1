package org.rovingpm.access.call;

/** What Tasklist asks of the engine, with the case panel in it. */
final class TasklistCalls {

    static final String LIST = """
            # The page
            GET      /camunda/api/tasklist/plugin/{plugin}/static/**

            # Task lists, and looking in them
            GET      /filter
            GET      /filter/count
            OPTIONS  /filter
            GET      /filter/{id}/count
            POST     /filter/{id}/count     orQueries processVariables taskVariables caseInstanceVariables
            GET      /filter/{id}/list
            POST     /filter/{id}/list      orQueries processVariables taskVariables caseInstanceVariables

            # A task, and taking it
            GET      /task
            GET      /task/count
            GET      /task/{id}
            GET      /task/{id}/identity-links
            POST     /task/{id}/claim
            POST     /task/{id}/unclaim
            POST     /task/{id}/assignee
            GET      /user

            # Its form
            GET      /task/{id}/form
            GET      /task/{id}/deployed-form
            GET      /task/{id}/form-variables
            POST     /task/{id}/submit-form form

            # Its other tabs: history, diagram
            GET      /history/user-operation
            GET      /history/user-operation/count
            GET      /task/{id}/comment
            GET      /process-instance/{id}
            GET      /process-definition/{id}
            GET      /process-definition/{id}/xml

            # Starting a process
            GET      /process-definition
            GET      /process-definition/count
            GET      /process-definition/{id}/startForm
            GET      /process-definition/{id}/deployed-start-form
            GET      /process-definition/{id}/form-variables
            POST     /process-definition/{id}/submit-form form
            POST     /process-definition/key/{key}/submit-form form
            """;

    private TasklistCalls() {}
}
