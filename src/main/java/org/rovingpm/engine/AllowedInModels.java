package org.rovingpm.engine;

import java.util.List;
import java.util.Set;

/** What models may contain. The check applies it before they are accepted, and the engine applies it to every model. */
public final class AllowedInModels {

    /** The properties of "execution" that expressions may read. */
    public static final Set<String> OF_EXECUTION = Set.of(
            "id",
            "processBusinessKey",
            "businessKey",
            "processInstanceId",
            "processDefinitionId",
            "currentActivityId",
            "currentActivityName");

    /** The properties of "task" that expressions may read. */
    public static final Set<String> OF_TASK =
            Set.of("id", "assignee", "name", "taskDefinitionKey", "processInstanceId");

    /** Names that the engine resolves by itself in expressions, before any variable or in the place of one. */
    public static final Set<String> WORDS_OF_THE_ENGINE = Set.of(
            "execution",
            "task",
            "externalTask",
            "caseExecution",
            "authenticatedUserId",
            "loopCounter",
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances");

    /** Attributes that would name a Java class. */
    public static final List<String> CLASS_ATTRIBUTES = List.of("class", "formHandlerClass", "variableMappingClass");

    /** The only task type allowed. */
    public static final String TASK_TYPE = "external";

    /** The names of the only language of decisions. */
    public static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/feel/20140401",
            "https://www.omg.org/spec/dmn/20191111/feel/",
            "https://www.omg.org/spec/dmn/20180521/feel/");

    private AllowedInModels() {}
}
