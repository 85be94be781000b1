package org.rovingpm.access.call;

/** What Admin asks of the engine: accounts, groups, the rights of groups that are not roles, and the state of the engine. */
final class AdminCalls {

    static final String LIST = """
            # The page
            GET      /camunda/api/admin/plugin/{plugin}/static/**

            # Accounts
            GET      /user
            GET      /user/count
            OPTIONS  /user
            POST     /user/create
            OPTIONS  /user/{id}
            DELETE   /user/{id}
            GET,PUT  /user/{id}/profile
            PUT      /user/{id}/credentials
            POST     /user/{id}/unlock

            # Groups and their members
            GET      /group
            OPTIONS  /group
            POST     /group/create
            OPTIONS  /group/{id}
            GET      /group/{id}
            PUT      /group/{id}
            DELETE   /group/{id}
            PUT      /group/{id}/members/{user}
            DELETE   /group/{id}/members/{user}

            # Whether there could be tenants: there are none
            OPTIONS  /tenant

            # Rights
            GET      /authorization
            GET      /authorization/count
            POST     /authorization/create
            GET      /authorization/{id}
            PUT      /authorization/{id}
            DELETE   /authorization/{id}

            # The engine
            GET      /version
            GET      /metrics/{name}/sum
            GET      /telemetry/data
            GET      /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated
            """;

    private AdminCalls() {}
}
