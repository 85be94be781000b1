package org.rovingpm.modelcheck.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every attribute and element that the engine adds to BPMN, and what becomes of each in the check. */
public final class EngineWords {

    /** What becomes of an attribute or element. */
    public enum Use {
        /** Its value is worked out while a case runs: tried, and its variables known by then. */
        WORKED_OUT,
        /** It names a variable that is set. */
        SETS_VARIABLE,
        /** It is true or false. */
        YES_OR_NO,
        /** It is one of a few words. */
        ONE_OF,
        /** A rule of its own looks at it. */
        BY_RULE,
        /** It would not do what it says here. */
        REFUSED,
        /** It is shown, kept or passed over, and nothing depends on it. */
        NOT_USED
    }

    /** The words of attributes that know a few only. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "calledElementBinding", List.of("latest", "deployment"),
            "decisionRefBinding", List.of("latest", "deployment"),
            "mapDecisionResult", List.of("singleEntry", "singleResult", "collectEntries", "resultList"),
            "variables", List.of("all"));

    /** Why an attribute is refused, as the rest of a sentence that begins with the label of the step. */
    private static final String COPIED =
            "copies a value of a property, as old models did: set it by an output of a step.";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("src", COPIED),
            Map.entry("srcExpr", COPIED),
            Map.entry("dst", COPIED),
            Map.entry("dstExpr", COPIED),
            Map.entry("link", COPIED),
            Map.entry("linkExpr", COPIED),
            Map.entry(
                    "calledElementTenantId",
                    "names a tenant for the process that it calls, and there are none: leave the tenant empty."),
            Map.entry(
                    "decisionRefTenantId",
                    "names a tenant for the decision that it asks, and there are none: leave the tenant empty."),
            Map.entry("caseRef", "calls a case of CMMN, which is switched off: call a process."),
            Map.entry(
                    "variableMappingDelegateExpression",
                    "hands its variables over by code: name them one by one as in and out mappings."));

    private static final Map<String, Use> ATTRIBUTES = new HashMap<>();
    private static final Map<String, Use> ELEMENTS = new HashMap<>();

    static {
        attributes(
                Use.WORKED_OUT,
                "assignee",
                "businessKey",
                "candidateGroups",
                "candidateStarterGroups",
                "candidateStarterUsers",
                "candidateUsers",
                "collection",
                "dueDate",
                "errorMessage",
                "expression",
                "followUpDate",
                "jobPriority",
                "priority",
                "source",
                "sourceExpression",
                "taskPriority",
                "topic");
        attributes(
                Use.SETS_VARIABLE,
                "elementVariable",
                "errorCodeVariable",
                "errorMessageVariable",
                "escalationCodeVariable",
                "initiator",
                "resultVariable",
                "resultVariableName",
                "target");
        attributes(Use.YES_OR_NO, "async", "asyncBefore", "asyncAfter", "exclusive", "isStartableInTasklist", "local");
        WORDS.keySet().forEach(name -> attributes(Use.ONE_OF, name));
        attributes(
                Use.BY_RULE,
                "class",
                "decisionRef",
                "delegateExpression",
                "event",
                "formHandlerClass",
                "formKey",
                "formRef",
                "formRefBinding",
                "historyTimeToLive",
                "resource",
                "scriptFormat",
                "type",
                "variableEvents",
                "variableMappingClass",
                "variableName");
        REASONS.keySet().forEach(name -> attributes(Use.REFUSED, name));
        // With one of the bindings that are allowed the engine passes versions over; the fields of a step's own form
        // are refused
        attributes(
                Use.NOT_USED,
                "calledElementVersion",
                "calledElementVersionTag",
                "caseBinding",
                "caseTenantId",
                "caseVersion",
                "config",
                "datePattern",
                "decisionRefVersion",
                "decisionRefVersionTag",
                "default",
                "defaultValue",
                "formRefVersion",
                "id",
                "key",
                "label",
                "name",
                "readable",
                "required",
                "stringValue",
                "value",
                "variable",
                "versionTag",
                "writeable");

        elements(
                Use.WORKED_OUT,
                "entry",
                "errorEventDefinition",
                "failedJobRetryTimeCycle",
                "in",
                "inputParameter",
                "list",
                "map",
                "out",
                "outputParameter",
                "value");
        elements(
                Use.BY_RULE,
                "connector",
                "connectorId",
                "constraint",
                "executionListener",
                "formData",
                "inputOutput",
                "properties",
                "property",
                "script",
                "taskListener");
        elements(Use.REFUSED, "field");
        // Parts of fields and of a step's own form, which are refused
        elements(Use.NOT_USED, "expression", "formField", "formProperty", "potentialStarter", "string", "validation");
    }

    private EngineWords() {}

    /** @return null for an attribute that nobody has looked at */
    public static Use ofAttribute(String name) {
        return ATTRIBUTES.get(name);
    }

    /** @return null for an element that nobody has looked at */
    public static Use ofElement(String name) {
        return ELEMENTS.get(name);
    }

    /** The attributes and elements of which this becomes. */
    public static Set<String> all(Use use) {
        return Stream.of(ATTRIBUTES, ELEMENTS)
                .flatMap(words -> words.entrySet().stream())
                .filter(word -> word.getValue() == use)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The words that an attribute knows. */
    public static List<String> words(String attribute) {
        return WORDS.get(attribute);
    }

    /** Why an attribute is refused, as the rest of a sentence that begins with the label of the step. */
    public static String reason(String attribute) {
        return REASONS.get(attribute);
    }

    private static void attributes(Use use, String... names) {
        List.of(names).forEach(name -> ATTRIBUTES.put(name, use));
    }

    private static void elements(Use use, String... names) {
        List.of(names).forEach(name -> ELEMENTS.put(name, use));
    }
}
