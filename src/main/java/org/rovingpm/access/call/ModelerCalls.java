package org.rovingpm.access.call;

/** What the Camunda Modeler asks of the engine. */
final class ModelerCalls {

    static final String LIST = """
            # Whether the engine is there
            GET      /version
            GET      /deployment

            # Deploying
            POST     /deployment/create files
            """;

    private ModelerCalls() {}
}
