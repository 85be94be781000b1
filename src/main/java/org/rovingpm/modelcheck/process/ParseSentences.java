package org.rovingpm.modelcheck.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine's parser says of a process, in sentences that begin with the label of the step and say what to do. */
final class ParseSentences {

    private static final Map<Pattern, String> SENTENCES = new LinkedHashMap<>();

    static {
        // The beginning and the end
        say(".* must define a startEvent element", "has no start event: draw one, from which everything else goes on.");
        say(
                "multiple none start events or timer start events .*",
                "has more than one start event without a message: keep one, or give the others a message each.");
        say("multiple start events not supported for subprocess", "has more than one start event: keep one.");
        say(
                "(?:message|error|signal)EventDef\\w+ only allowed on start event if subprocess is an event subprocess"
                        + "|(?:timer|escalation|compensate|conditional)EventDefinition is not allowed on start event within a subprocess",
                "is a start event with a trigger within a subprocess: take the trigger out, or make it an event subprocess.");
        say(
                "start event of event subprocess must be of type .*",
                "begins an event subprocess without a trigger: give it a message, a timer, an error or a signal.");
        say(
                "error start event of event subprocess must be interrupting",
                "catches an error without interrupting: make it an interrupting start event.");
        say(
                "Invalid (?:in|out)(?:com|go)ing sequence flow of event subprocess",
                "is an event subprocess with a sequence flow: remove the flow, since its start event begins it.");

        // Sequence flows, gateways and links
        say(
                "Invalid (?:source|destination) '.*' of sequence flow '.*'",
                "begins or ends at nothing in the same process: draw it again.");
        say(
                "Sequence flow with sourceRef=.* must have an id, .*",
                "is followed by a sequence flow without an id: draw the flow again.");
        say("Exclusive Gateway '.*' has no outgoing sequence flows\\.", "leads nowhere: draw a sequence flow from it.");
        say(
                "Exclusive Gateway '.*' has only one outgoing sequence flow \\('.*'\\)\\. This is not allowed to have a condition\\.",
                "has one sequence flow only, and that one has a condition: take the condition out, or draw the other way.");
        say(
                "Exclusive Gateway '.*' has outgoing sequence flow '(.*)' which is the default flow but has a condition too\\.",
                "has the default flow “$1” with a condition: take the condition out.");
        say(
                "Exclusive Gateway '.*' has outgoing sequence flow '(.*)' without condition which is not the default flow\\.",
                "has the sequence flow “$1” without a condition: write one, or make it the default flow.");
        say(
                "Event based gateway can only be connected to .*",
                "leads to something that is not waited for: lead it to message and timer events only.");
        say(
                "Invalid incoming sequenceflow for intermediateCatchEvent .*",
                "is reached from elsewhere too, though it follows an event-based gateway: give it one way in.");
        say(
                "IntermediateCatchLinkEvent is not allowed after an EventBasedGateway\\.",
                "catches a link behind an event-based gateway: lead the gateway to message and timer events only.");
        say(
                "sequence flow points to link event source with name '(.*)' but no event target .*",
                "leads to the link “$1”, which has no other end: draw the event that catches it, with the same name.");
        say(
                "Multiple Intermediate Catch Events with the same link event name \\('(.*)'\\) are not allowed\\.",
                "is a second end of the link “$1”: keep one, or give it another name.");

        // Events
        say("Timer needs configuration .*", "is a timer without a time: set a date, a duration or a cycle.");
        say(
                "AttachedToRef is required .*|Invalid reference in boundary event\\..*",
                "is attached to no step beside it: put it on the border of one.");
        say(
                "Unsupported (?:boundary|intermediate catch) event type",
                "is an event of a kind that Camunda 7 does not know here: use a timer or a message.");
        say(
                "Cannot have a message event subscription with an empty or missing name|attribute 'messageRef' is required"
                        + "|Invalid 'messageRef': .*",
                "waits for a message without a name: choose one in its properties, and name it.");
        say(
                "Invalid message name '(.*)' for element '.*': expressions .*",
                "begins a process by the message “$1”: an expression cannot be known there, so write the name itself.");
        say(
                "Cannot have more than one (message|signal) event subscription with name '(.*)' for scope '.*'",
                "waits for the $1 “$2” twice: keep one of the events.");
        say(
                "Cannot have more than one conditional event subscription .*",
                "waits for the same condition twice: keep one of the events.");
        say(
                "(?:Conditional event must contain an expression .*|Invalid type, only tFormalExpression is currently supported)",
                "has no condition that can be read: write it as an expression, such as ${name == 'VALUE'}.");
        say(
                "Variable event: (.*) is not valid\\..*",
                "watches variables for “$1”, which does not exist: choose create, update or delete.");
        say(
                "(?:Could not find signal with id|duplicate signal name|signal with id) '.*'.*|signalEventDefinition does not have .*",
                "has a signal without a name of its own: choose one in its properties, and name it.");
        say(
                "'errorRef' attribute is mandatory .*|'errorCode' is mandatory .*",
                "throws an error without a code: choose the error in its properties, and give it a code.");

        // Escalation, compensation and cancelling
        say(
                "An escalation boundary event should only be attached .*",
                "catches an escalation at a step that has none: put it on a subprocess, a called process or a user task.");
        say(
                "The same scope can not contains .*escalation.*|multiple escalation .* are not supported on same scope",
                "catches an escalation that another event catches too: keep one, or give each a code of its own.");
        say(
                "could not find escalation with id '.*'|escalationEventDefinition does not have .*"
                        + "|(?:escalation end|throwing escalation) event must have an 'escalationCode'",
                "has an escalation without a code: choose it in its properties, and give it a code.");
        say(
                "(?:boundary|end) event with cancelEventDefinition only supported .*"
                        + "|multiple boundary events with cancelEventDefinition .*",
                "cancels a transaction, of which a transaction has one and nothing else any: remove it.");
        say(
                "compensation boundary catch must be connected .*",
                "is a compensation without a step that does it: connect one that is for compensation.");
        say(
                "Invalid (?:incoming|outgoing) sequence flow of compensation activity .*",
                "is for compensation and has a sequence flow: remove the flow.");
        say(
                "(?:multiple boundary events|multiple event subprocesses) with compensat.*"
                        + "|compensation boundary event and event subprocess .*",
                "is compensated in two ways: keep one.");
        say(
                "event subprocess with compensation start event is only supported .*",
                "is compensated outside a subprocess: put it into one.");
        say(
                "Unsupported attribute value for 'waitForCompletion': .*",
                "does not wait for its compensation: set it to wait.");
        say(
                "(?:association element missing attribute|Invalid reference) '?(?:sourceRef|targetRef)'?.*",
                "is an association that begins or ends at nothing: draw it again.");

        // Steps
        say(
                "(?:Either loopCardinality or loopDataInputRef.*|loopCardinality must be defined .*)",
                "is repeated without saying how often: set a loop cardinality or a collection.");
        say(
                "LoopDataInputRef/activiti:collection must be set .*",
                "names each one of a collection and no collection: set the collection.");
        say(
                "camunda:(?:input|output)\\w+ .*(?:unsupported|not allowed) for .*",
                "has inputs or outputs, which a step of this kind cannot have: take them out.");
        say("'asyncAfter' not supported for .* elements\\.", "cannot continue asynchronously afterwards: untick it.");
        say(
                "Missing attribute 'calledElement' or 'caseRef'|The attributes 'calledElement' or 'caseRef' cannot be used together: .*",
                "calls nothing, or two things: name the process that it calls.");
        say(
                "No decision result mapper found for name '(.*)'\\..*",
                "takes the answer of its decision as “$1”, which does not exist: choose singleEntry, singleResult, collectEntries or resultList.");
        say(
                "(?:Empty attribute|Missing attribute|Missing parameter) '(?:source|sourceExpression|target)'.*",
                "hands over a variable without a name: name where it comes from and where it goes to.");
        say(
                "Missing attribute '(.*)' when '(.*)' has value '(.*)'",
                "has “$3” as its $2, which needs the $1 as well: set it.");
        say(
                "External tasks must specify a 'topic' .*",
                "is for a program outside, and has no topic: use one of the scheme's own steps.");
        say(
                "One of the attributes 'class', 'delegateExpression', .*|No (?:shell command|recipient) is defined .*"
                        + "|Text or html field should be provided|undefined value for shell .*|Invalid usage of type attribute on .*",
                "does nothing: give it one of the scheme's own steps as its delegate expression.");
        say(
                "Invalid element definition: only one of the attributes formKey and formRef is allowed\\.",
                "has two forms: keep the form reference.");
        say(
                "Invalid element definition: value for formRefBinding .*",
                "has a form whose version is not chosen: set the binding to “latest”.");
        say(
                "Invalid task definition: multiple humanPerformer .*|Invalid usage: duplicate assignee declaration .*",
                "is given to two people: keep one assignee.");
        say(
                "'resultVariableName' not supported for .*",
                "has a result variable, which a step of this kind does not give: take it out.");
        say(
                "Can't use attribute '.*' and element '.*' together, only use one|Multiple (?:string|expression) field declarations found"
                        + "|One of the following is mandatory on a field declaration: .*|Error when paring field declarations: .*",
                "has a field with no value, or two: write one value.");
        say(
                "Unable to process ScriptTask: .*|Unable to process condition expression:.*|No valid value found in attribute .*",
                "has code that cannot be read: write an expression, such as ${name}.");
        say(
                "Activity contains already job declaration with type .*",
                "has two timers of the same kind that exclude each other: keep one.");

        // Listeners
        say(
                "Attribute 'event' (?:is mandatory|must be one of).*",
                "has a listener without an event that there is: choose when it listens.");
        say(
                "Attribute '(?:class|delegateExpression)' cannot be empty|Element 'class', .* is mandatory on .*Listener",
                "has a listener that does nothing: name one of the scheme's own, or remove it.");
        say(
                "Element '(?:id|timerEventDefinition)' is mandatory on taskListener of type 'timeout'",
                "has a listener for a timeout without an id or a time: set both.");

        // The diagram and the file
        say(
                "'bpmnElement' attribute is required .*|Invalid reference in 'bpmnElement' attribute, .*|'Bounds' element is required"
                        + "|Minimum 2 waypoint elements .*|multiple elements with tag name.*",
                "is not as it is drawn in the diagram: draw it again.");
        say("Cannot parse (.*): .*", "has “$1”, which cannot be read: correct it.");
        say(
                "Value '(.*)' for attribute '(.*)' is not a valid number",
                "has “$1” as its $2, which is not a whole number: write one.");
        say(
                "Attribute \"id\" is required!|'id' is mandatory on error definition|.* (?:has no id|must have an id)|.* is required"
                        + "|Invalid property usage on line .*",
                "lacks an id or another part that it needs: draw it again.");
        say(
                "Could not (?:find importer for type|import item of type) .*",
                "imports another file, which the engine does not read: put everything into this one.");
    }

    private ParseSentences() {}

    /** @return the rest of a sentence that begins with the label of the step */
    static String of(String words) {
        return translated(words)
                .orElseGet(() -> "is drawn in a way that the engine does not run: draw it in another way. (%s)"
                        .formatted(words));
    }

    /** @return empty for words that nobody has translated */
    static Optional<String> translated(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return SENTENCES.entrySet().stream()
                .flatMap(sentence -> {
                    Matcher matcher = sentence.getKey().matcher(line);
                    return matcher.matches()
                            ? Optional.of(matcher.replaceFirst(escaped(sentence.getValue()))).stream()
                            : Optional.<String>empty().stream();
                })
                .findFirst();
    }

    /** Only the numbers of groups are left to be replaced. */
    private static String escaped(String sentence) {
        return sentence.replaceAll("\\$(?!\\d)", "\\\\\\$");
    }

    private static void say(String words, String sentence) {
        SENTENCES.put(Pattern.compile(words), sentence);
    }
}
